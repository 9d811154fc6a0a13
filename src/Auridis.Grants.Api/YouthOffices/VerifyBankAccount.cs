using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.YouthOffices;

/// <summary>Verifies a bank account, so that payments can go there.</summary>
sealed class VerifyBankAccount : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/bank-accounts/{id:guid}/verify", Handle)
        .RequireAuthorization(Policies.CanVerifyBankAccounts)
        .NeedsIfMatch()
        .Describe("verifyBankAccount", "Verifies a bank account",
            "By another person than the one who entered it, against a document of the office. A payment redirected by a forged letter is the fraud that this stops.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<BankAccount>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<BankAccount>(async tx =>
    {
        if (await tx.Execute(Verify, new { id, change.Version, user.Actor }) == 0)
            return await WhyRefused(tx, id, change.Version, user);
        var account = (await BankAccount.Find(tx, id))!;
        Audit.Append(tx, "bank-account.verified", id, account.Version, new { account.YouthOfficeId });
        return account.For(user);
    });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, CurrentUser user) => await BankAccount.Find(tx, id) switch
    {
        null => Problems.NotFound,
        var account when user.Is(account.EnteredBy) => Problems.FourEyes.With(("earlier", ActedAs.Enterer)),
        var account => Problems.StaleOrWrongState(account.Version, version, account.Status, BankAccountStatus.Unverified),
    };

    const string Verify = """
        update BankAccount set Status = 'verified', VerifiedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'unverified' and EnteredBy <> @Actor
        """;
}
