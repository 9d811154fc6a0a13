namespace Auridis.Grants.Api.Values;

/// <summary>
/// Working days in North Rhine-Westphalia: Monday to Friday without the public holidays of section 2 of its law on Sundays and holidays
/// (Feiertagsgesetz NW). A period that would end on another day ends on the next working day (section 193 BGB, section 31 (3) SGB X
/// and VwVfG); Saturday counts as none.
/// </summary>
static class WorkingDays
{
    /// <summary>The day itself when it is a working day, the next one otherwise.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The day so many working days before: from it to this one, that many have begun.</summary>
    public static DateOnly Before(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(day))
                count--;
        }
        return day;
    }

    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsPublicHoliday(day);

    public static bool IsPublicHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (5, 1) or (10, 3) or (11, 1) or (12, 25) or (12, 26) => true,
        // Five hundred years of Reformation: once, in all of Germany.
        (10, 31) => day.Year == 2017,
        // Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday, Corpus Christi.
        _ => (day.DayNumber - EasterSunday(day.Year).DayNumber) is -2 or 0 or 1 or 39 or 49 or 50 or 60,
    };

    /// <summary>By the Gregorian rule, in the form of Meeus, Jones and Butcher.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * late + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }
}
