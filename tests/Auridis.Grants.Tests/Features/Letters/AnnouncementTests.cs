using System.Globalization;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Letters;

public sealed class AnnouncementTests
{
    static readonly string[] ByDays = [LetterChannel.Post, LetterChannel.Registered, LetterChannel.Electronic];

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [TestCase("2019-01-15", "2019-01-18", "2019-02-18")]
    [TestCase("2019-01-17", "2019-01-20", "2019-02-20", Description = "announced on a Sunday")]
    [TestCase("2019-01-28", "2019-01-31", "2019-02-28", Description = "February has no 31st")]
    [TestCase("2019-03-18", "2019-03-21", "2019-04-23", Description = "21 April is Easter Sunday")]
    [TestCase("2025-01-10", "2025-01-14", "2025-02-14", Description = "the fourth day")]
    [TestCase("2024-12-31", "2025-01-03", "2025-02-03", Description = "posted in the old year: the third day")]
    [TestCase("2025-01-01", "2025-01-05", "2025-02-05")]
    public void By_post_it_is_so_many_days_later_and_the_remedies_end_a_month_after_it(string posted, string announced, string ends)
    {
        foreach (var channel in ByDays)
            Assert.That(Announcement.Of(channel, Day(posted)), Is.EqualTo(Day(announced)));
        Assert.That(RemedyPeriod.LastDay(Day(announced), Remedy.Objection, 1), Is.EqualTo(Day(ends)));
    }

    [TestCase("2019-01-18", 12, "2020-01-20", Description = "a Saturday")]
    [TestCase("2020-02-29", 12, "2021-03-01", Description = "28 February is a Sunday")]
    [TestCase("2019-01-18", 3, "2019-04-18")]
    public void Longer_periods_end_on_a_working_day(string announced, int months, string ends) =>
        Assert.That(RemedyPeriod.LastDay(Day(announced), Remedy.Action, months), Is.EqualTo(Day(ends)));

    [Test]
    public void Without_an_instruction_the_period_is_a_year() => Assert.That(
        (RemedyPeriod.Months(Sample.Terms with { RemedyMonths = 2 }),
            RemedyPeriod.Months(Sample.Terms with { RemedyMonths = 2, RemedyInstruction = false })),
        Is.EqualTo((2, 12)));

    [Test]
    public void Against_a_contract_no_period_runs() => Assert.That(RemedyPeriod.LastDay(Day("2019-01-18"), Remedy.None, 1), Is.Null);

    [Test]
    public void What_is_served_or_handed_over_is_announced_on_the_day_and_what_is_provided_not_yet() => Assert.That(
        (Announcement.Of(LetterChannel.Served, Day("2019-01-20")), Announcement.Of(LetterChannel.HandedOver, Day("2019-01-20")),
            Announcement.Of(LetterChannel.Portal, Day("2019-01-20"))),
        Is.EqualTo((Day("2019-01-20"), Day("2019-01-20"), (DateOnly?)null)));

    /// <summary>
    /// The table of days, holidays and short months included: nothing that is posted later is announced or final earlier.
    /// </summary>
    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Announcement_and_remedies_never_come_earlier_for_what_is_posted_later() => Prop.ForAll(
        (from day in Gen.Choose(Day("2018-01-01").DayNumber, Day("2032-12-31").DayNumber)
         from later in Gen.Choose(0, 40)
         from months in Gen.Choose(1, 12)
         from channel in Gen.Elements(ByDays)
         select (Posted: DateOnly.FromDayNumber(day), Later: DateOnly.FromDayNumber(day + later), months, channel)).ToArbitrary(),
        example =>
        {
            var (announced, after) = (Announcement.Of(example.channel, example.Posted)!.Value,
                Announcement.Of(example.channel, example.Later)!.Value);
            var (ends, endsAfter) = (RemedyPeriod.LastDay(announced, Remedy.Objection, example.months)!.Value,
                RemedyPeriod.LastDay(after, Remedy.Objection, example.months)!.Value);
            return announced <= after && ends <= endsAfter && WorkingDays.IsWorkingDay(ends) && ends >= announced.AddMonths(example.months);
        });

    [TestCase("05512000", "Gelsenkirchen", Description = "Bottrop")]
    [TestCase("05562004", "Gelsenkirchen", Description = "Castrop-Rauxel, Recklinghausen")]
    [TestCase("05913000", "Gelsenkirchen", Description = "Dortmund")]
    [TestCase("05978000", "Gelsenkirchen", Description = "Unna")]
    [TestCase("05914000", "Arnsberg", Description = "Hagen")]
    [TestCase("05974000", "Arnsberg", Description = "Soest")]
    [TestCase("05515000", "Münster", Description = "Münster")]
    [TestCase("05554000", "Münster", Description = "Borken")]
    [TestCase("05711000", "Minden", Description = "Bielefeld")]
    [TestCase("05113000", "Gelsenkirchen", Description = "Essen")]
    [TestCase("05111000", "Düsseldorf")]
    [TestCase("05334002", "Aachen")]
    [TestCase("05315000", "Köln")]
    [TestCase("03241001", null, Description = "Hannover, in another Land")]
    public void An_action_is_filed_with_the_court_of_the_offices_seat(string ags, string? seat) =>
        Assert.That(AdministrativeCourt.SeatFor(ags), Is.EqualTo(seat));

    [Test]
    public void An_instruction_names_remedy_period_place_and_seat()
    {
        var terms = Sample.Terms with { RemedyMonths = 2, OperatorSeat = "48133 <Münster>" };

        var objection = InstructionOnRemedy.Of(Remedy.Objection, terms, "05512000");
        var action = InstructionOnRemedy.Of(Remedy.Action, terms with { RemedyMonths = 1 }, "05512000");

        Assert.That(objection, Does.Contain("Widerspruch").And.Contain("innerhalb von 2 Monaten").And.Contain(Sample.Terms.Operator)
            .And.Contain("48133 &lt;M&#xFC;nster&gt;"));
        Assert.That(action, Does.Contain("Klage").And.Contain("innerhalb eines Monats")
            .And.Contain("beim Verwaltungsgericht Gelsenkirchen in Gelsenkirchen").And.Not.Contain("schriftlich"));
        Assert.That(InstructionOnRemedy.Of(Remedy.None, terms, "05512000"), Is.Null);
        Assert.That(InstructionOnRemedy.Of(Remedy.Objection, terms with { RemedyInstruction = false }, "05512000"), Is.Null);
    }

    [TestCase(LegalForm.ActSocialCode, Remedy.Objection, "Zuwendungsbescheid", "§ 31 SGB X")]
    [TestCase(LegalForm.ActGeneral, Remedy.Action, "Zuwendungsbescheid", "§ 35 VwVfG NRW")]
    [TestCase(LegalForm.PublicContract, Remedy.None, "Angebot", "§ 54 VwVfG NRW")]
    [TestCase(LegalForm.PrivateContract, Remedy.None, "Angebot", "BGB")]
    public void The_legal_form_presets_the_remedy_and_the_words(string form, string remedy, string award, string law)
    {
        var terms = Sample.Terms with { LegalForm = form };

        Assert.That((RemedyOfLetter.Of(LetterKind.Award, terms), RemedyOfLetter.Of(LetterKind.Return, terms)),
            Is.EqualTo((remedy, Remedy.None)), "to return an application decides nothing");
        Assert.That(RemedyOfLetter.Of(LetterKind.Rejection, terms with { Remedy = Remedy.Action }), Is.EqualTo(Remedy.Action));
        Assert.That(LegalWording.Of(form).Award, Does.StartWith(award));
        Assert.That(LegalWording.Of(form).Basis, Does.Contain(law));
    }
}
