using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>What waits for finance in the states of a bank account.</summary>
static class BankAccountWork
{
    /// <summary>Not verified yet: for a person who has not entered it. A blocked one waits for its office, and not for a day.</summary>
    public static readonly WaitingWork ToVerify = new(Can.VerifyBankAccounts, "/bank-accounts", """
        select x.Seq, x.Id, x.Holder as Reference, o.Ags as OfficeAgs, x.CreatedAt as SinceAt
        from BankAccount x join YouthOffice o on o.Id = x.YouthOfficeId
        where x.Status = 'unverified' and x.EnteredBy <> @Actor and (@Office is null or o.Ags <> @Office)
        """, Office: "o.Ags");
}
