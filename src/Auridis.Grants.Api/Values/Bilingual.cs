using System.Globalization;

namespace Auridis.Grants.Api.Values;

/// <summary>A text in the two languages of the product.</summary>
sealed record Bilingual(string En, string De)
{
    /// <summary>The text in the language that the request asked for (<c>Accept-Language</c>).</summary>
    public string Current => Language == "de" ? De : En;

    /// <summary><c>en</c> or <c>de</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? "de" : "en";

    /// <summary>Makes something as a request in this language would.</summary>
    public static T In<T>(string language, Func<T> make)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static string Of(string en, string de) => Language == "de" ? de : en;
}
