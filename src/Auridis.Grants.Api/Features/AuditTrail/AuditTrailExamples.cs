using System.Text.Json;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.AuditTrail;

sealed class AuditTrailExamples : IExamples
{
    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListAuditEvents>(Example.Page(new ListAuditEvents.Response(
            97, Example.At(2018, 9, 26), Example.Person("caseworker-1"), "programme.opened", Example.Id(1), 3,
            JsonSerializer.SerializeToElement(new { }), "4bf92f3577b34da6a3ce929d0e0e4736", Example.Sha256))),
        Example.Of<VerifyAuditTrail>(new VerifyAuditTrail.Response(true, 1, 97, 97, null, null, Example.Sha256)),
    ];
}
