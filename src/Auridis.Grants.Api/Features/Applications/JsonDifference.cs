using System.Globalization;
using System.Text.Json;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// What differs between two JSON documents, member by member and item by item. Applied one after the other, the changes make the second of
/// the first: items that are gone come last to first.
/// </summary>
static class JsonDifference
{
    public static IReadOnlyList<MemberChange> Of(JsonElement from, JsonElement to)
    {
        List<MemberChange> changes = [];
        Compare("", from, to, changes);
        return changes;
    }

    /// <summary>What stands at a JSON pointer (RFC 6901); null when nothing does, or it is no pointer.</summary>
    public static JsonElement? At(JsonElement document, string pointer)
    {
        if (pointer is not ['/', ..])
            return null;
        foreach (var part in pointer[1..].Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (document.ValueKind == JsonValueKind.Object && document.TryGetProperty(name, out var member))
                document = member;
            else if (document.ValueKind == JsonValueKind.Array && IndexOf(name) is { } index && index < document.GetArrayLength())
                document = document[index];
            else
                return null;
        }
        return document;
    }

    static void Compare(string place, JsonElement? from, JsonElement? to, List<MemberChange> changes)
    {
        switch (from?.ValueKind, to?.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var member in from!.Value.EnumerateObject())
                    Compare($"{place}/{Escaped(member.Name)}", member.Value, Member(to!.Value, member.Name), changes);
                foreach (var member in to!.Value.EnumerateObject().Where(member => Member(from.Value, member.Name) is null))
                    changes.Add(new MemberChange($"{place}/{Escaped(member.Name)}", null, member.Value));
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                var (before, after) = (from!.Value.GetArrayLength(), to!.Value.GetArrayLength());
                for (var i = 0; i < Math.Min(before, after); i++)
                    Compare(Item(place, i), from.Value[i], to.Value[i], changes);
                for (var i = before; i < after; i++)
                    changes.Add(new MemberChange(Item(place, i), null, to.Value[i]));
                for (var i = before - 1; i >= after; i--)
                    changes.Add(new MemberChange(Item(place, i), from.Value[i], null));
                break;
            default:
                if (from is not { } one || to is not { } other || !JsonElement.DeepEquals(one, other))
                    changes.Add(new MemberChange(place, from, to));
                break;
        }
    }

    static JsonElement? Member(JsonElement parent, string name) => parent.TryGetProperty(name, out var member) ? member : null;

    static string Item(string place, int index) => string.Create(CultureInfo.InvariantCulture, $"{place}/{index}");

    static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>As a pointer writes it: without leading zeros.</summary>
    static int? IndexOf(string text) =>
        text.All(char.IsAsciiDigit) && text is "0" or [not '0', ..] && int.TryParse(text, CultureInfo.InvariantCulture, out var index)
            ? index : null;
}
