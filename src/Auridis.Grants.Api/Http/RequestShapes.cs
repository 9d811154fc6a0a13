using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auridis.Grants.Api.Http;

/// <summary>
/// Learns a request's shape when the first one arrives. The framework asks for all of them when it builds the routes; that was a quarter of
/// the time to start.
/// </summary>
sealed class RequestShapes : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert is { IsNested: true, IsClass: true } && typeToConvert.DeclaringType!.IsAssignableTo(typeof(IEndpoint));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Later<>).MakeGenericType(typeToConvert))!;

    sealed class Later<T> : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, Json.Options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Json.Options);
    }
}
