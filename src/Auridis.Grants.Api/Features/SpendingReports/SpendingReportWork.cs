using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What waits for somebody in the states of a report.</summary>
static class SpendingReportWork
{
    /// <summary>Not submitted yet, from the last day of its period on: for its office.</summary>
    public static readonly WaitingWork ToSubmit = new(Can.SubmitSpendingReports, "/spending-reports", """
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.PeriodEndsOn as Since, x.DueOn
        from SpendingReport x
        where x.OfficeAgs = @Office and x.Status in ('due', 'draft') and x.PeriodEndsOn <= @Today
        """, DueOn: "x.DueOn");

    /// <summary>Not submitted or mended in time: for a caseworker, who has the period extended, or the award terminated.</summary>
    public static readonly WaitingWork Overdue = new(Can.ProposeTerminations, "/spending-reports", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.OwedOn as Since, x.OwedOn as DueOn
        from SpendingReport x
        where {SpendingReport.IsOverdue} and {ExcludedPersons.NotExcluded("x")}
        """, DueOn: "x.OwedOn");

    /// <summary>Returned: for its office.</summary>
    public static readonly WaitingWork ToMend = new(Can.SubmitSpendingReports, "/spending-reports", """
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt, x.OwedOn as DueOn
        from SpendingReport x
        where x.OfficeAgs = @Office and x.Status = 'returned'
        """, DueOn: "x.OwedOn");

    /// <summary>Receipts are asked for, and do not show the totals yet: for its office.</summary>
    public static readonly WaitingWork ToEvidence = new(Can.WriteSpendingReports, "/spending-reports", """
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt, x.SampleEndsOn as DueOn
        from SpendingReport x
        where x.OfficeAgs = @Office and x.Status = 'in-examination' and x.SampleEndsOn is not null
        """, DueOn: "x.SampleEndsOn");

    /// <summary>Submitted: for a person of finance who has not submitted it.</summary>
    public static readonly WaitingWork ToExamine = new(Can.ExamineSpendingReports, "/spending-reports", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.SubmittedOn as Since
        from SpendingReport x
        where x.Status = 'submitted' and x.SubmittedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>Returned, and not mended in time: for those who may examine it as it was submitted.</summary>
    public static readonly WaitingWork ToTakeUp = new(Can.ExamineSpendingReports, "/spending-reports", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.OwedOn as Since
        from SpendingReport x
        where x.Status = 'returned' and {SpendingReport.IsOverdue} and x.SubmittedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>The office was heard, and nothing more is waited for: for the examiner.</summary>
    public static readonly WaitingWork HearingOver = new(Can.ExamineSpendingReports, "/spending-reports", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.HearingOverOn as Since
        from SpendingReport x
        where x.Status = 'in-examination' and x.ExaminedBy = @Actor and x.HearingOverOn <= @Today and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>That an accepted report is examined anew is proposed: for a person of finance who has not proposed it.</summary>
    public static readonly WaitingWork ReopeningToConfirm = new(Can.AcceptSpendingReports, "/report-reopenings", $"""
        select x.Seq, x.Id, s.Reference, x.OfficeAgs, x.CreatedAt as SinceAt
        from ReportReopening x join SpendingReport s on s.Id = x.SpendingReportId
        where x.Status = 'proposed' and x.ProposedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>Findings are recorded: for a person of finance from whom none comes, nor one in an interim report before.</summary>
    public static readonly WaitingWork ToAccept = new(Can.AcceptSpendingReports, "/spending-reports", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt
        from SpendingReport x
        where x.Status = 'in-examination' and x.FindingsBy <> @Actor and x.ExaminedBy <> @Actor and x.SubmittedBy <> @Actor
          and {ExcludedPersons.NotExcluded("x")}
          and not exists (
              select 1 from SpendingReport o join Receipt r on r.SpendingReportId = o.Id
              where o.AwardId = x.AwardId and (o.Id = x.Id or x.Kind = 'final') and r.FoundBy = @Actor)
          and not exists (select 1 from LiftedTolerance t where t.SpendingReportId = x.Id and t.FoundBy = @Actor)
        """);
}
