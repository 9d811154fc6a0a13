namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Lists the steps of a payment.</summary>
/// <remarks>
/// In the order in which they were taken, each with person and time, as the audit trail has them. An applicant sees those of payments to
/// its own office, without the persons of the funding side.
/// </remarks>
sealed class ListPaymentSteps(CurrentUser user) : Page<PaymentStep>
{
    public override void Configure()
    {
        Get("/disbursements/{id:guid}/timeline");
        Policies(Can.ReadPayments);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<PaymentStep>>> Handle(Session session, Paging request) =>
        await Disbursement.FindFor(session, Id, user) is { } payment
            ? await request.Of<PaymentStep, PaymentStep>(
                session, Select, new { Id, request.AfterSeq, request.Take }, step => step.For(user, payment.OfficeAgs))
            : Problems.NotFound;

    const string Select = """
        select Seq, Action, ResourceVersion, Actor as TakenBy, At as CreatedAt
        from AuditEvent
        where ResourceId = @Id and Seq > @AfterSeq
        order by Seq
        """;
}
