using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Amount = Auridis.Grants.Api.Values.Money;

namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>Claims, and what eases them, through HTTP.</summary>
static class ReliefSteps
{
    /// <summary>
    /// A claim of 1,000.00 euro that is due on 1 September 2021: of 100,000.00 that were paid the report has left 99,000.00.
    /// </summary>
    public static async Task<(SeededAward Award, string Path)> Owing(
        this GrantsApp app, Func<ProgrammeTerms, ProgrammeTerms>? changing = null)
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_000_00, changing: changing);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            await tx.Execute(
                "update SpendingReport set EntitlementCents = 9900000, AcceptedOn = DueOn where Id = @ReportId", new { award.ReportId });
            await RepaymentClaim.Claim(tx, id, RepaymentClaimKind.Unspent, award.ReportId, (await Award.Find(tx, award.Id))!,
                new Amount(1_000_00), new DateOnly(2021, 8, 2));
            return true;
        }, CancellationToken.None);
        return (award, $"/repayment-claims/{id}");
    }

    /// <summary>Proposes a relief of the claim; the answer may be a refusal.</summary>
    /// <param name="path">The list of the reliefs of a kind, such as <c>waivers</c>.</param>
    public static Task<Answer> Propose(
        this GrantsApp app, string claim, string path, string? euros = null, string until = "2021-11-30", string person = "finance-1") =>
        app.As(person).Post($"{claim}/{path}", Proposal(path, euros, until));

    public static object Proposal(string path, string? euros = null, string until = "2021-11-30") => path switch
    {
        "deferrals" => new { until, reason = "Nachtragshaushalt" },
        _ when euros is null => new { reason = "Unbillig" },
        _ => new { reason = "Unbillig", amount = new { amount = euros, currency = "EUR" } },
    };

    /// <summary>Confirms a relief; the answer may be a refusal.</summary>
    public static Task<Answer> Confirm(this GrantsApp app, Answer proposed, string person = "finance-2") =>
        app.As(person).Post(proposed.Location + "/confirm", ifMatch: proposed.ETag, key: Payments.Key);

    /// <summary>A relief that one person has proposed and another confirmed: its path.</summary>
    public static async Task<string> Relieved(
        this GrantsApp app, string claim, string path, string? euros = null, string until = "2021-11-30")
    {
        var proposed = (await app.Propose(claim, path, euros, until)).Succeeded();
        (await app.Confirm(proposed)).Succeeded();
        return proposed.Location!;
    }

    public static async Task<Answer> Seen(this GrantsApp app, string path, string person = "auditor-1") =>
        (await app.As(person).Get(path)).Succeeded();
}
