using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The parameters of a slice's path and query, in the form in which the framework describes those of its own handlers: from here the
/// query is checked, and the document written.
/// </summary>
static class Parameters
{
    public static IEnumerable<object> Of(EndpointDefinition slice)
    {
        foreach (var part in RoutePatternFactory.Parse(slice.Routes[0]).Parameters)
            yield return new Parameter(new Declaration(part.Name, TypeOf(part)), IsOptional: false);
        if (!StandInQuery(slice))
            yield break;
        foreach (var property in Query(slice.ReqDtoType))
            yield return new Parameter(new Declaration(property), IsOptional: !property.IsDefined(typeof(RequiredParameterAttribute)));
    }

    /// <summary>Whether the members of the request stand in the query: those of a GET, and those beside a file.</summary>
    public static bool StandInQuery(EndpointDefinition slice) =>
        slice.Verbs.Contains(HttpMethods.Get) || slice.ReqDtoType.IsAssignableTo(typeof(CsvUpload));

    /// <summary>The members of a request that stand in the query: paging first, then the filters.</summary>
    public static IEnumerable<PropertyInfo> Query(Type request) => request.GetProperties()
        .Where(property => property is { CanWrite: true, GetMethod.IsPublic: true })
        .OrderBy(property => property.DeclaringType == request);

    /// <summary>As clients write it.</summary>
    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    static Type TypeOf(RoutePatternParameterPart part) => part.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
    {
        "guid" => typeof(Guid),
        "int" => typeof(int),
        _ => typeof(string),
    };

    sealed record Parameter(ParameterInfo ParameterInfo, bool IsOptional) : IParameterBindingMetadata
    {
        public string Name => ParameterInfo.Name!;

        public bool HasTryParse => ParameterInfo.ParameterType != typeof(string);

        public bool HasBindAsync => false;
    }

    /// <summary>A parameter as a method would declare it.</summary>
    sealed class Declaration : ParameterInfo
    {
        readonly PropertyInfo? property;

        public Declaration(string name, Type type) =>
            (NameImpl, ClassImpl, MemberImpl) = (name, type, typeof(Declaration).GetConstructors()[0]);

        public Declaration(PropertyInfo property)
            : this(property.Name, property.PropertyType) => (this.property, MemberImpl) = (property, property);

        public override bool HasDefaultValue => property is not null;

        public override object? DefaultValue => null;

        public override object[] GetCustomAttributes(bool inherit) => property?.GetCustomAttributes(inherit) ?? [];

        public override object[] GetCustomAttributes(Type attributeType, bool inherit) =>
            property?.GetCustomAttributes(attributeType, inherit) ?? (object[])Array.CreateInstance(attributeType, 0);

        public override IList<CustomAttributeData> GetCustomAttributesData() => property?.GetCustomAttributesData() ?? [];

        public override bool IsDefined(Type attributeType, bool inherit) => property?.IsDefined(attributeType, inherit) == true;
    }
}
