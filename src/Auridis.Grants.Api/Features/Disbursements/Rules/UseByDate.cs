namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// The day by which a site must have used what was paid: the programme's months after the bank booked the payment (§ 188 (2) BGB).
/// </summary>
static class UseByDate
{
    public static DateOnly Of(DateOnly bookedOn, int useByMonths) => bookedOn.AddMonths(useByMonths);
}
