using System.Globalization;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>Interest, proposed and confirmed through HTTP.</summary>
static class InterestSteps
{
    /// <summary>20,000.00 that were paid on 20 October 2022 and had to be used by 20 December.</summary>
    public static Task<SeededAward> Paid(
        this GrantsApp app, Func<ProgrammeTerms, ProgrammeTerms>? changing = null, string on = "2022-10-20") =>
        SeededAward.Insert(app.Db, paidCents: 20_000_00, changing: changing, paidOn: Day(on), dueOn: new DateOnly(2024, 6, 30),
            posted: true);

    /// <summary>A claim on an award's money that was not spent, made on 2 May 2023.</summary>
    public static async Task<string> Claimed(this GrantsApp app, SeededAward award, long cents = 6_589_73)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            await Programme.Lock(tx, award.ProgrammeId);
            await tx.Execute("update SpendingReport set EntitlementCents = @Entitled, AcceptedOn = DueOn where Id = @ReportId",
                new { Entitled = 20_000_00 - cents, award.ReportId });
            await RepaymentClaim.Claim(tx, id, RepaymentClaimKind.Unspent, award.ReportId, (await Award.Find(tx, award.Id))!,
                new Money(cents), new DateOnly(2023, 5, 2));
            await CommittedShare.Book(tx, award.Id, new BusinessDocument(
                award.Id, award.Reference, award.ProgrammeId, award.Id, "Report accepted", new DateOnly(2023, 5, 2)));
            return true;
        }, CancellationToken.None);
        return $"/repayment-claims/{id}";
    }

    public static Task<Answer> Receive(this GrantsApp app, string claim, decimal euros, string receivedOn)
    {
        var key = Payments.Key;
        return app.As("treasury-1").Post(claim + "/receipts",
            new { amount = Reports.Euros(euros), receivedOn, bankReference = key }, key: key);
    }

    public static Task<Answer> ProposeInterest(this GrantsApp app, string claim, string until, string person = "finance-1") =>
        app.As(person).Post(claim + "/interest", new { until });

    public static Task<Answer> ProposeLateUse(this GrantsApp app, SeededAward award, decimal euros, string usedOn) =>
        app.As("finance-1").Post($"/awards/{award.Id}/interest",
            new { disbursementId = award.PaymentId, amount = Reports.Euros(euros), usedOn });

    public static Task<Answer> ConfirmInterest(this GrantsApp app, Answer proposed, string person = "finance-2") =>
        app.As(person).Post($"/interest-calculations/{proposed["id"]}/confirm", ifMatch: proposed.ETag, key: Payments.Key);

    public static Task<Answer> RefuseInterest(this GrantsApp app, Answer proposed) =>
        app.As("finance-1").Post($"/interest-calculations/{proposed["id"]}/refuse", new { reason = "No need." }, proposed.ETag);

    /// <summary>Interest on a claim that is asked.</summary>
    public static async Task<Answer> Interest(this GrantsApp app, string claim, string until) =>
        (await app.ConfirmInterest((await app.ProposeInterest(claim, until)).Succeeded())).Succeeded();

    public static async Task<Answer> InterestClaim(this GrantsApp app, Answer confirmed) =>
        (await app.As("finance-1").Get($"/repayment-claims/{confirmed["interestClaimId"]}")).Succeeded();

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
