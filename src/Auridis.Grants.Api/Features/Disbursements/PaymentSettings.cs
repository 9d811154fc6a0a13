using Auridis.Grants.Api.Platform;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>The section <c>Payments</c>.</summary>
sealed class PaymentSettings
{
    /// <summary>Whether the person who released a payment may be one of the two who sign, settle or return it.</summary>
    public bool SmallTeam { get; init; }

    public static PaymentSettings Read(IConfiguration configuration) => configuration.Read<PaymentSettings>("Payments");
}
