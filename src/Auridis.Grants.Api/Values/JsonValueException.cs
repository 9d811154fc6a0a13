using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Auridis.Grants.Api.Values;

/// <summary>A converter of this product refuses a value; its message is for the caller, in the caller's language.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "thrown by converters only")]
sealed class JsonValueException(string message) : JsonException(message)
{
    /// <summary>Without the path that the serializer appends.</summary>
    public override string Message { get; } = message;

    /// <summary>Which item of the list is meant, from 0; null when it is the value itself.</summary>
    public int? Item { get; init; }
}
