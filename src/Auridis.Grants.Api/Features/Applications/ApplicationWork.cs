using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>What waits for somebody in the states of an application.</summary>
static class ApplicationWork
{
    /// <summary>Submitted: for a caseworker who has not written it.</summary>
    public static readonly WaitingWork ToCheck = new(Can.CheckApplications, "/applications", $"""
        {Rows("x.SubmittedOn as Since")}
        where x.Status = 'submitted' and p.Status <> 'cancelled' and x.CreatedBy <> @Actor and x.SubmittedBy <> @Actor
          and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>Returned: for its office.</summary>
    public static readonly WaitingWork ToMend = new(Can.SubmitApplications, "/applications", $"""
        {Rows("x.Mending as Document, x.MendingEndsOn as DueOn")}
        where x.OfficeAgs = @Office and x.Status = 'returned' and p.Status <> 'cancelled'
        """, DueOn: "x.MendingEndsOn", SinceOf: mending => StoredJson.Read<Mending>(mending).ReturnedOn);

    /// <summary>Eligible, and with the reviews that it has it does not reach the quorum: for a caseworker, who assigns more.</summary>
    public static readonly WaitingWork ToReview = new(Can.AssignReviews, "/applications", $"""
        {Rows("x.FormalCheck as Document")}
        where x.Status = 'eligible' and x.ReviewsMissing > 0 and {ExcludedPersons.NotExcluded("x")}
        """, SinceOf: check => StoredJson.Read<FormalCheck>(check).CheckedOn);

    /// <summary>A reopening is proposed: for a decider who has not proposed it.</summary>
    public static readonly WaitingWork ReopeningToConfirm = new(Can.ConfirmReopenings, "/applications", $"""
        {Rows("x.Reopening as Document")}
        where x.ReopeningConfirmedBy is null and x.ReopeningProposedBy is not null and x.ReopeningProposedBy <> @Actor
          and x.Status in ('ineligible', 'rejected') and p.Status not in ('cancelled', 'completed')
          and {ExcludedPersons.NotExcluded("x")}
        """, SinceOf: reopening => StoredJson.Read<Reopening>(reopening).ProposedOn);

    static string Rows(string since) =>
        $"select x.Seq, x.Id, x.Reference, x.OfficeAgs, {since} from Application x join Programme p on p.Id = x.ProgrammeId";
}
