namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// What a type is called in the document: <c>Programme</c>, <c>SubmitApplicationRequest</c> (nested in its slice), <c>ProgrammePage</c>
/// (a page of a list of programmes).
/// </summary>
static class SchemaNames
{
    public static string Of(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListOf<>))
            return Of(type.GenericTypeArguments[0]) + "Page";
        var name = type.Name.Split('`')[0] + string.Concat(type.GetGenericArguments().Select(Of));
        return type is { IsNested: true, DeclaringType: { } slice } ? Of(slice) + name : name;
    }
}
