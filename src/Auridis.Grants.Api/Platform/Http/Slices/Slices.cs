using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Brings slices into FastEndpoints, and keeps it to what this product lets it do.</summary>
static class Slices
{
    /// <param name="slices">All slices. A list in place of a scan: the table of contents is complete, and the start is quicker.</param>
    public static void AddSlices(this IServiceCollection services, IEnumerable<Type> slices)
    {
        services.AddSingleton<IEndpointFactory, SliceActivator>();
        services.AddSingleton(typeof(IRequestBinder<>), typeof(RequestReader<>));
        // It would tell each start how many routes there are.
        services.AddLogging(logging => logging.AddFilter("FastEndpoints", LogLevel.Warning));
        services.AddFastEndpoints([.. slices.SelectMany(WithValidator).Distinct()]);
    }

    /// <summary>A slice has its validator in it; a request that several slices share brings its own.</summary>
    static IEnumerable<Type> WithValidator(Type slice)
    {
        yield return slice;
        if (ValidatorIn(slice) is { } own)
            yield return own;
        for (var type = slice.BaseType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType
                && type.GetGenericTypeDefinition() == typeof(Endpoint<,>)
                && ValidatorIn(type.GenericTypeArguments[0]) is { } shared)
                yield return shared;
        }
    }

    static Type? ValidatorIn(Type type) => type.GetNestedType("Validator", BindingFlags.Public | BindingFlags.NonPublic);

    /// <param name="tagOf">The group in which the document shows a slice.</param>
    public static void MapSlices(this IEndpointRouteBuilder routes, Func<Type, string> tagOf)
    {
        var mapped = new Mapped(routes);
        // FastEndpoints keeps its options for the life of the process, as the first app has set them: nothing here may differ between apps.
        mapped.MapFastEndpoints(options =>
        {
            options.Endpoints.NameGenerator = context => JsonNamingPolicy.CamelCase.ConvertName(context.EndpointType.Name);
            options.Endpoints.Configurator = Configure;
            options.Binding.JsonExceptionTransformer = null;
            // It would put a resolver of its own into FluentValidation, for the whole process.
            options.Validation.UsePropertyNamingPolicy = false;
            options.Errors.ProducesMetadataType = null;
        });
        mapped.Tag(tagOf);
        routes.DataSources.Add(mapped);
    }

    /// <exception cref="InvalidOperationException">The slice leaves open who may call it, or has a request that nobody checks.</exception>
    static void Configure(EndpointDefinition slice)
    {
        if (slice is { PreBuiltUserPolicies: null, AnonymousVerbs: null })
        {
            throw new InvalidOperationException(
                $"{slice.EndpointType.Name} does not say who may call it: Policies(Can.…) or AllowAnonymous().");
        }
        var fromQuery = Parameters.StandInQuery(slice);
        // A file is looked at while it is read.
        var hasFields = slice.ReqDtoType != typeof(EmptyRequest) && slice.ReqDtoType != typeof(UploadedFile)
            && slice.ReqDtoType != typeof(LargeCsv);
        if (!fromQuery && hasFields && slice.ValidatorType is null)
            throw new InvalidOperationException($"{slice.EndpointType.Name} has a Request and no Validator : RequestValidator<Request>.");
        slice.DontCatchExceptions();
        // The slice answers what its validator refuses; an exception would cost more than the request.
        slice.DontThrowIfValidationFails();
        slice.Description(route =>
        {
            // Answers and a policy that FastEndpoints adds by itself; they say nothing more.
            route.ClearDefaultProduces();
            route.Add(endpoint =>
            {
                var twins = endpoint.Metadata.OfType<IAuthorizeData>().Where(data => data.Policy == slice.SecurityPolicyName);
                foreach (var twin in twins.ToList())
                    endpoint.Metadata.Remove(twin);
            });
            route.WithMetadata([.. Parameters.Of(slice)]);
            if (fromQuery)
                route.ClearDefaultAccepts();
            if (slice.ReqDtoType.IsAssignableTo(typeof(CsvUpload)))
                route.Accepts(typeof(string), CsvUpload.ContentType);
            if (slice.ReqDtoType == typeof(LargeCsv))
            {
                route.ClearDefaultAccepts();
                route.Accepts(typeof(string), CsvUpload.ContentType);
                route.WithMetadata(new LargestBody(LargeCsv.LargestSize));
            }
            if (MergePatch.DocumentOf(slice.ReqDtoType) is { } document)
            {
                route.ClearDefaultAccepts();
                route.Accepts(document, MergePatch.ContentType);
            }
            if (slice.ReqDtoType == typeof(UploadedFile))
            {
                route.ClearDefaultAccepts();
                route.Accepts(typeof(FileContentHttpResult), FileType.ContentTypes[0], FileType.ContentTypes[1..]);
                route.WithMetadata(new LargestBody(UploadedFile.LargestSize));
            }
        });
    }

    /// <summary>Takes the routes of FastEndpoints, less one that lists all slices to everybody.</summary>
    sealed class Mapped(IEndpointRouteBuilder app) : EndpointDataSource, IEndpointRouteBuilder
    {
        Func<Type, string>? tagOf;

        public IServiceProvider ServiceProvider => app.ServiceProvider;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public override IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints => field ??=
        [
            .. DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText != "_test_url_cache_")
                .Select(Tagged),
        ];

        public void Tag(Func<Type, string> tagOf) => this.tagOf = tagOf;

        public IApplicationBuilder CreateApplicationBuilder() => app.CreateApplicationBuilder();

        public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

        RouteEndpoint Tagged(RouteEndpoint endpoint)
        {
            var tag = new TagsAttribute(tagOf!(endpoint.Metadata.GetMetadata<EndpointDefinition>()!.EndpointType));
            var metadata = new EndpointMetadataCollection(endpoint.Metadata.Append(tag));
            return new(endpoint.RequestDelegate!, endpoint.RoutePattern, endpoint.Order, metadata, endpoint.DisplayName);
        }
    }
}
