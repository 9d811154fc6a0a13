using System.Text.Json;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.AuditTrail;

sealed class AuditTrailExamples : IExamples
{
    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListAuditEvents>(Example.Page(Opened)),
        Example.Of<VerifyAuditTrail>(new AuditTrailVerification(true, 1, Opened.Seq, Opened.Seq, null, null, Opened.Hash)),
    ];

    static AuditTrailEvent Opened => new()
    {
        Seq = 97,
        CreatedAt = Example.At(2018, 9, 26),
        Actor = Example.Person("caseworker-1"),
        Action = AuditAction.ProgrammeOpened,
        ResourceId = Example.Id(1),
        ResourceVersion = 3,
        Details = JsonSerializer.SerializeToElement(new { }),
        RequestId = "4bf92f3577b34da6a3ce929d0e0e4736",
        Hash = Example.Sha256,
    };
}
