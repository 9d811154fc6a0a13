using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Tasks;

sealed class TaskExamples : IExamples
{
    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListTasks>(Example.Page(
            new OpenTask
            {
                Kind = TaskKind.ApplicationToCheck,
                Resource = $"/applications/{ApplicationExamples.Id}",
                Reference = ApplicationExamples.Reference,
                OfficeAgs = YouthOfficeExamples.Ags,
                Since = new DateOnly(2018, 11, 20),
                DueOn = null,
                Overdue = false,
                Seq = 1,
                Line = 1,
            })),
    ];
}
