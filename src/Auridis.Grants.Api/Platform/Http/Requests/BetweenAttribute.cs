namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A number of the query lies between these two, both included; the OpenAPI document shows them.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class BetweenAttribute(long least, long most = long.MaxValue) : Attribute
{
    public long Least => least;

    public long Most => most;

    /// <summary>Why this number cannot be meant; null when it can.</summary>
    public string? WhyRefused(long number) =>
        number >= least && number <= most ? null
        : most == long.MaxValue ? Bilingual.Of($"The least value is {least}.", $"Der kleinste Wert ist {least}.")
        : Bilingual.Of($"The value must be between {least} and {most}.", $"Der Wert muss zwischen {least} und {most} liegen.");
}
