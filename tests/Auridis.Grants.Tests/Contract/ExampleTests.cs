using System.Text.Json;
using Auridis.Grants.Api.Platform.OpenApi;
using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Contract;

/// <summary>The examples of the document are requests that are taken, and answers that are given.</summary>
public sealed class ExampleTests : ContractFixture
{
    [Test]
    public void Every_body_has_an_example()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, operation) in Operations())
            {
                var bodies = operation.GetProperty("responses").EnumerateObject().Select(response => (response.Name, response.Value));
                if (operation.TryGetProperty("requestBody", out var request))
                    bodies = bodies.Prepend(("the request", request));
                foreach (var (body, value) in bodies)
                {
                    foreach (var media in Members(value, "content").Where(media => media.Name.EndsWith("json", StringComparison.Ordinal)))
                        Assert.That(media.Value.TryGetProperty("example", out _) || media.Value.TryGetProperty("examples", out _), Is.True,
                            $"{name}: {body} has no example");
                }
            }
        });
    }

    [Test]
    public void Every_request_in_an_example_keeps_to_its_validator()
    {
        Assert.Multiple(() =>
        {
            foreach (var route in app.Routes)
            {
                if (route.Metadata.GetMetadata<EndpointDefinition>() is not { ReqDtoType: var type, ValidatorType: { } validatorType })
                    continue;
                var name = route.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
                var operation = Operations().Single(operation => operation.Value.GetProperty("operationId").GetString() == name).Value;
                var example = operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().Single().Value
                    .GetProperty("example");
                var request = example.Deserialize(type, WireJson.Options)!;
                var result = ((IValidator)Activator.CreateInstance(validatorType)!)
                    .Validate(new FluentValidation.ValidationContext<object>(request));
                Assert.That(result.Errors.Select(error => $"{error.PropertyName}: {error.ErrorMessage}"), Is.Empty, $"{name}: {example}");
            }
        });
    }

    [Test]
    public void Every_answer_in_an_example_is_what_its_operation_answers()
    {
        var answers = app.Routes
            .Select(route => (Name: route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName,
                ProblemsOf.Answers(route.Metadata).FirstOrDefault()?.Type))
            .Where(route => route is { Name: not null, Type: not null } && route.Type != typeof(void)
                && route.Type != typeof(FileContentHttpResult) && route.Type != typeof(string));

        Assert.That(Examples.All().Select(example =>
            (JsonNamingPolicy.CamelCase.ConvertName(example.Slice.Name), example.Answer.GetType())), Is.EquivalentTo(answers));
    }
}
