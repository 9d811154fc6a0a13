using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Reads the funder's money of a programme on a day.</summary>
/// <remarks>
/// What was received, committed, paid, recognised and returned, and what is free, up to a day (asOf, today when not given) by posting date,
/// for the programme and for each of its sites. A funder reads its own programmes.
/// </remarks>
sealed class GetProgrammeFunds(CurrentUser user, BusinessClock clock) : Read<GetProgrammeFunds.Request, ProgrammeFunds>
{
    public sealed record Request
    {
        public DateOnly? AsOf { get; init; }
    }

    public override void Configure()
    {
        Get("/programmes/{id:guid}/funds");
        Policies(Can.ReadFunds);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ProgrammeFunds>> Handle(Session session, Request request)
    {
        if (await Programme.Find(session, Id) is not { } programme || !FundsOfFunder.Sees(user, programme.Terms.Funder))
            return Problems.NotFound;
        var day = request.AsOf ?? clock.Today;
        var posted = (await session.All<Posted>(SelectPosted, new { Id, Day = day })).ToLookup(sum => sum.ScopeId);
        var sites = (await session.All<Site>(SelectSites, new { Id, Day = day }))
            .ConvertAll(site => SiteOf(site, Figures.Of([.. posted[site.AwardId]])));
        var whole = Figures.Of([.. posted[Id]]);
        return new ProgrammeFunds(
            Id,
            day,
            whole.Received,
            whole.Returned,
            whole.Committed,
            whole.Released,
            whole.Paid,
            whole.Repaid,
            whole.Refunded,
            new Money(sites.Sum(site => site.Recognised.Cents)),
            new Money(whole.Received.Cents - whole.Returned.Cents + whole.Repaid.Cents - whole.Released.Cents),
            sites);
    }

    static SiteFunds SiteOf(Site site, Figures figures) => new(
        site.AwardId, site.AwardReference, site.OfficeAgs, figures.Committed, figures.Released, figures.Paid, figures.Repaid,
        figures.Refunded, site.Recognised);

    // One row for each pair of accounts of the programme and of each award, however much was posted.
    const string SelectPosted = $"""
        with Scope as (
            select Id from Programme where Id = @Id
            union all
            select Id from Award where ProgrammeId = @Id
        ),
        Pair as (
            select '{Accounts.Bank}' as Debit, '{Accounts.OwedToFunder}' as Credit
            union all select '{Accounts.OwedToFunder}', '{Accounts.Bank}'
            union all select '{Accounts.Grants}', '{Accounts.PayableToSites}'
            union all select '{Accounts.PayableToSites}', '{Accounts.Grants}'
            union all select '{Accounts.PayableToSites}', '{Accounts.BankTransit}'
            union all select '{Accounts.BankTransit}', '{Accounts.PayableToSites}'
            union all select '{Accounts.Bank}', '{Accounts.RepaymentClaims}'
            union all select '{Accounts.RepaymentClaims}', '{Accounts.Bank}'
            union all select '{Accounts.Bank}', '{Accounts.CreditsOwed}'
            union all select '{Accounts.CreditsOwed}', '{Accounts.Bank}'
            union all select '{Accounts.Bank}', '{Accounts.Grants}'
            union all select '{Accounts.Grants}', '{Accounts.Bank}'
            union all select '{Accounts.CreditsOwed}', '{Accounts.PayableToSites}'
            union all select '{Accounts.PayableToSites}', '{Accounts.CreditsOwed}'
            union all select '{Accounts.PayableToSites}', '{Accounts.Bank}'
            union all select '{Accounts.Bank}', '{Accounts.PayableToSites}'
            union all select '{Accounts.Commitments}', '{Accounts.CommitmentsContra}'
            union all select '{Accounts.CommitmentsContra}', '{Accounts.Commitments}'
        )
        select p.ScopeId, p.DebitAccount, p.CreditAccount, p.AmountCents
        from Scope s cross join Pair a
        join PostedSum p on p.ScopeId = s.Id and p.DebitAccount = a.Debit and p.CreditAccount = a.Credit
            and p.PostedOn = (
                select max(l.PostedOn) from PostedSum l
                where l.ScopeId = s.Id and l.DebitAccount = a.Debit and l.CreditAccount = a.Credit and l.PostedOn <= @Day)
        """;

    const string SelectSites = """
        select a.Id as AwardId, a.Reference as AwardReference, a.OfficeAgs,
            coalesce((
                select max(r.EntitlementCents) from SpendingReport r where r.AwardId = a.Id and r.AcceptedOn <= @Day
            ), (
                select max(o.EntitlementCents) from ReportReopening o
                where o.AwardId = a.Id and o.AcceptedOn <= @Day and o.DecidedOn > @Day
            ), 0) as RecognisedCents
        from Award a
        where a.ProgrammeId = @Id
        order by a.Seq
        """;

    sealed record Site
    {
        public required Guid AwardId { get; init; }
        public required string AwardReference { get; init; }
        public required string OfficeAgs { get; init; }
        public required Money Recognised { get; init; }
    }

    /// <summary>What was posted of a programme or an award by one pair of accounts.</summary>
    sealed record Posted
    {
        public required Guid ScopeId { get; init; }
        public required string DebitAccount { get; init; }
        public required string CreditAccount { get; init; }
        public required Money Amount { get; init; }
    }

    sealed record Figures(Money Received, Money Returned, Money Committed, Money Released, Money Paid, Money Repaid, Money Refunded)
    {
        public static Figures Of(IReadOnlyList<Posted> posted)
        {
            var paid = Net(Accounts.PayableToSites, Accounts.BankTransit);
            var repaid = Net(Accounts.Bank, Accounts.RepaymentClaims) + Net(Accounts.Bank, Accounts.CreditsOwed)
                + Net(Accounts.Bank, Accounts.Grants);
            var refunded = Net(Accounts.PayableToSites, Accounts.Bank);
            return new Figures(
                new Money(Gross(Accounts.Bank, Accounts.OwedToFunder)),
                new Money(Gross(Accounts.OwedToFunder, Accounts.Bank)),
                new Money(Net(Accounts.Commitments, Accounts.CommitmentsContra) + paid - repaid + refunded),
                new Money(Net(Accounts.Grants, Accounts.PayableToSites) + Net(Accounts.CreditsOwed, Accounts.PayableToSites)),
                new Money(paid),
                new Money(repaid),
                new Money(refunded));

            long Net(string debit, string credit) => Gross(debit, credit) - Gross(credit, debit);

            long Gross(string debit, string credit) =>
                posted.Where(sum => sum.DebitAccount == debit && sum.CreditAccount == credit).Sum(sum => sum.Amount.Cents);
        }
    }
}
