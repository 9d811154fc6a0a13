using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Writes the narrative and the income of a report that is not handed in.</summary>
sealed class EditSpendingReport : IEndpoint
{
    /// <param name="Narrative">What was done with the money (Sachbericht), up to 20,000 characters; null while it is not written.</param>
    /// <param name="OwnFunds">What the office itself put in.</param>
    /// <param name="ThirdPartyIncome">What others paid for the same purpose.</param>
    public sealed record Request(string? Narrative, Money OwnFunds, Money ThirdPartyIncome);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Narrative!).Prose(20_000).When(request => request.Narrative is not null);
            RuleFor(request => request.OwnFunds).NotNegative();
            RuleFor(request => request.ThirdPartyIncome).NotNegative();
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/spending-reports/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanWriteSpendingReports)
        .NeedsIfMatch()
        .Describe("editSpendingReport", "Writes the narrative and the income of a report", "Until it is handed in. A report that was due becomes a draft.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<SpendingReport>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<SpendingReport>(async tx =>
    {
        var changed = await tx.Execute(Update, new
        {
            id,
            change.Version,
            user.Office,
            request.Narrative,
            OwnFundsCents = request.OwnFunds.Cents,
            ThirdPartyCents = request.ThirdPartyIncome.Cents,
        });
        if (changed == 0)
        {
            return await SpendingReport.WhyRefused(tx, id, user, change.Version, SpendingReport.OnlyItsOffice(user),
                SpendingReportStatus.Due, SpendingReportStatus.Draft);
        }
        Audit.Append(tx, "spending-report.edited", id, change.Version + 1, new { request.OwnFunds, request.ThirdPartyIncome });
        return await SpendingReport.Get(tx, id);
    });

    const string Update = """
        update SpendingReport
        set Version = Version + 1, Status = 'draft', Narrative = @Narrative, OwnFundsCents = @OwnFundsCents, ThirdPartyCents = @ThirdPartyCents
        where Id = @id and Version = @Version and Status in ('due', 'draft') and OfficeAgs = @Office
        """;
}
