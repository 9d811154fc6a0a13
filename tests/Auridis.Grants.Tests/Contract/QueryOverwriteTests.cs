using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Tests.Contract;

/// <summary>What stands in a body is taken from the body: a query that names the same members changes no answer, and no row.</summary>
public sealed class QueryOverwriteTests : ContractFixture
{
    [Test]
    public async Task No_member_of_a_body_is_taken_from_the_query()
    {
        List<string> differences = [];
        var asked = 0;
        foreach (var (name, operation) in Operations())
        {
            if (!operation.TryGetProperty("requestBody", out var request))
                continue;
            if (!request.GetProperty("content").TryGetProperty("application/json", out var json))
                continue;
            var example = JsonNode.Parse(json.GetProperty("example").GetRawText())!.AsObject();
            var query = string.Join('&', example.Select(member => $"{member.Key}={Other(member.Value)}"));
            // A request for an id that does not exist changes nothing; without an id in the path, an empty body changes nothing.
            foreach (var body in name.Contains('{', StringComparison.Ordinal) ? new[] { example, [] } : [[]])
            {
                var without = await Answer(name, operation, body, "");
                var with = await Answer(name, operation, body, "?" + query);
                if (with != without)
                    differences.Add($"{name} with {body.ToJsonString()}: {without}, and {with} with ?{query}");
                asked++;
            }
        }

        Assert.That(differences, Is.Empty);
        Assert.That(asked, Is.GreaterThan(40));
    }

    [Test]
    public async Task A_payment_is_the_one_of_the_body()
    {
        var award = await SeededAward.Insert(app.Db);

        var requested = (await app.As(award.Applicant)
            .Post($"/awards/{award.Id}/disbursements?amount=1&purpose=x", award.Request("1000.00"), key: Payments.Key)).Succeeded();

        var stored = (await app.As("finance-1").Get($"/disbursements/{requested["id"]}")).Succeeded();
        Assert.That((stored["amount.amount"], stored["purpose"]), Is.EqualTo(("1000.00", "Personnel of the next two months")));
    }

    /// <summary>Status and code of what a person with all roles that the operation names is told.</summary>
    async Task<string> Answer(string name, JsonElement operation, JsonObject body, string query)
    {
        var (method, template) = (name[..name.IndexOf(' ', StringComparison.Ordinal)],
            name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        string[] roles = operation.TryGetProperty("x-roles", out var named)
            ? [.. named.EnumerateArray().Select(role => role.GetString()!)] : [];
        var person = app.Person("query", roles, "05512000");
        var path = string.Join('/', template.Split('/').Select(part => part is ['{', ..] ? "018f0000-0000-7000-8000-000000000000" : part));
        var answer = method is "PUT"
            ? await person.Put(path + query, body, "\"1\"")
            : await person.Post(path + query, body, "\"1\"", Payments.Key);
        return $"{(int)answer.Status} {answer.Code}";
    }

    /// <summary>Another value than a member has in the body, as a query writes it.</summary>
    static string Other(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => "false",
        JsonValueKind.False => "true",
        JsonValueKind.String when DateOnly.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out _) => "2001-01-01",
        JsonValueKind.String => "x",
        _ => "1",
    };
}
