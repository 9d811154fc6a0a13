using Auridis.Grants.Api.Features.Awards;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Edits the narrative, the answers, the totals and the income of a report.</summary>
/// <remarks>
/// By the office itself, until the report is submitted, and again while it is returned. A report that was due becomes a draft.
/// </remarks>
sealed class EditSpendingReport(CurrentUser user) : Change<EditSpendingReport.Request, SpendingReport>
{
    /// <param name="OwnFunds">What the office itself contributed, since the funding period began.</param>
    /// <param name="ThirdPartyIncome">What others paid for the same purpose, since then.</param>
    /// <param name="Narrative">What was done with the money (Sachbericht), up to 20,000 characters; null while it is not written.</param>
    /// <param name="Answers">What it answers to the questions of the programme, each at most once; null for nothing.</param>
    /// <param name="Totals">
    /// What was spent on each line, up to 30, each category once, where the terms have the <c>statement</c> <c>line-totals</c>; null for
    /// nothing, and elsewhere.
    /// </param>
    public sealed record Request(
        Money OwnFunds, Money ThirdPartyIncome, string? Narrative = null, IReadOnlyList<ReportAnswer>? Answers = null,
        IReadOnlyList<LineTotal>? Totals = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Narrative!).Prose(20_000).When(request => request.Narrative is not null);
            RuleFor(request => request.Answers!).AtMost(50).UniqueBy(answer => answer.Key).When(request => request.Answers is not null);
            RuleForEach(request => request.Answers).SetValidator(new ReportAnswerValidator());
            RuleFor(request => request.Totals!).AtMost(30).UniqueBy(total => total.Category).When(request => request.Totals is not null);
            RuleForEach(request => request.Totals).SetValidator(new LineTotalValidator());
            RuleFor(request => request.OwnFunds).NotNegative();
            RuleFor(request => request.ThirdPartyIncome).NotNegative();
        }
    }

    public override void Configure()
    {
        Put("/spending-reports/{id:guid}");
        Policies(Can.WriteSpendingReports);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx, Request request)
    {
        var content = new
        {
            Id,
            SeenVersion,
            user.Office,
            request.Narrative,
            Answers = request.Answers is { Count: > 0 } answers ? StoredJson.Of(answers) : null,
            Totals = request.Totals is { Count: > 0 } totals ? StoredJson.Of(totals) : null,
            Stated = new Money((request.Totals ?? []).Sum(total => total.Amount.Cents)),
            request.OwnFunds,
            request.ThirdPartyIncome,
            tx.Author.At,
        };
        if (await tx.Execute(Update, content) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Written);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        var award = (await Award.Find(tx, report.AwardId))!;
        if (AnsweredQuestions.WhyUnknown(request.Answers ?? [], award.Terms) is { } unknown)
            return unknown;
        if (LineTotals.WhyUnfit(request.Totals, award) is { } unfit)
            return unfit;
        await SampledReceipts.Keep(tx, Id);
        Audit.Append(tx, AuditAction.SpendingReportEdited, Id, report.Version, new
        {
            request.OwnFunds,
            request.ThirdPartyIncome,
            report.Expenditure,
            Answered = request.Answers?.Select(answer => answer.Key) ?? [],
        });
        return report;
    }

    const string Update = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Narrative = @Narrative, Answers = @Answers,
            Totals = case StatementForm when 'line-totals' then @Totals end,
            ExpenditureCents = case StatementForm when 'line-totals' then @Stated else ExpenditureCents end,
            Status = case Status when 'due' then 'draft' else Status end, OwnFundsCents = @OwnFunds, ThirdPartyCents = @ThirdPartyIncome
        where Id = @Id and Version = @SeenVersion and Status in ('due', 'draft', 'returned') and OfficeAgs = @Office
        """;
}
