namespace Auridis.Grants.Api.Features.Letters;

/// <summary>How a letter goes to the office.</summary>
static class LetterChannel
{
    public const string Post = "post";

    /// <summary>Einschreiben.</summary>
    public const string Registered = "registered";

    /// <summary>By e-mail or another electronic way of the office.</summary>
    public const string Electronic = "electronic";

    /// <summary>Provided here; the office reads it.</summary>
    public const string Portal = "portal";

    /// <summary>Förmlich zugestellt.</summary>
    public const string Served = "served";

    public const string HandedOver = "handed-over";
}
