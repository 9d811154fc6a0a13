using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Tests.Platform.Http;

[TestFixture]
public sealed class WireProperties
{
    [FsCheck.NUnit.Property]
    public bool A_version_reads_back_from_its_entity_tag(FsCheck.NonNegativeInt version) =>
        ETag.TryParse(ETag.Of(version.Get), out var back) && back == version.Get;

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool A_pointer_keeps_its_parts_whatever_they_are(string[] parts)
    {
        var names = parts.Select(part => part ?? "").ToList();
        var pointer = JsonPointer.Of(names);
        // RFC 6901, section 4: ~1 first, then ~0.
        var back = pointer.Split('/').Skip(1)
            .Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return back.SequenceEqual(names, StringComparer.Ordinal);
    }

    /// <summary>The reader's own paths: what it cannot read stands under two names.</summary>
    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool A_path_of_the_JSON_reader_is_read_to_its_end(FsCheck.NonEmptyString outer, FsCheck.NonEmptyString inner)
    {
        // Quoted without an escape, these are not to be told from the end of a name.
        if ((outer.Get + inner.Get).Contains("']", StringComparison.Ordinal)
            || (outer.Get + inner.Get).Contains("\\'", StringComparison.Ordinal))
            return true;
        var document = new JsonObject { [outer.Get] = new JsonObject { [inner.Get] = "no number" } };
        var fault = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, int>>>(document.ToJsonString()))!;
        return JsonPointer.Parts(fault.Path).SequenceEqual([outer.Get, inner.Get], StringComparer.Ordinal);
    }
}
