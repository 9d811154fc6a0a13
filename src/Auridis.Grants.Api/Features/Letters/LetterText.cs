namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// What a letter says, in German. Who it is from and to, its date, and the instruction on remedies come with every letter.
/// </summary>
/// <param name="Subject">Its heading, not yet encoded.</param>
/// <param name="Parts">In the order in which they are read.</param>
sealed record LetterText(string Subject, params IReadOnlyList<LetterPart> Parts);

/// <summary>A part of a letter.</summary>
/// <param name="Heading">Not yet encoded.</param>
/// <param name="Html">What stands below it: see <see cref="Platform.Html.HtmlText"/>.</param>
sealed record LetterPart(string Heading, string Html);
