using FastEndpoints;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>Reads a letter: its way to the office, its announcement, and the period for remedies.</summary>
/// <remarks>
/// Its office sees it once it was dispatched. In the portal, the first time that the office reads the letter or its document counts: the
/// letter is announced on the day after. What the office has not read within ten days is provided no longer, and not announced (§ 37 (2a)
/// SGB X, § 41 (2a) VwVfG NRW). What it says stands in its document.
/// </remarks>
sealed class GetLetter(CurrentUser user, BusinessClock clock) : Slice<EmptyRequest, Found<Letter>>
{
    public override void Configure()
    {
        Get("/letters/{id:guid}");
        Policies(Can.ReadLetters);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Found<Letter>> Answer(EmptyRequest request, CancellationToken cancel) =>
        await LetterReading.Read(HttpContext, Db, Id, user, clock.Today) is { } letter ? letter : Problems.NotFound;
}
