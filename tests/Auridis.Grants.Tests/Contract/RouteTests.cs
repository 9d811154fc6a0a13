using FluentValidation;
using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Tests.Contract;

/// <summary>Every route says who may call it and which problems it answers.</summary>
public sealed class RouteTests : ContractFixture
{
    [Test]
    public void Every_change_names_its_problems()
    {
        var silent = app.Routes
            .Where(route => !ProblemsOf.Is(route.Metadata, "GET") && !ProblemsOf.IsAnonymous(route.Metadata)
                && route.Metadata.GetMetadata<Refusals>() is null)
            .Select(route => route.DisplayName);

        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Who_reads_may_be_told_that_the_database_is_busy() =>
        Assert.That(app.Routes.Where(route => !ProblemsOf.IsAnonymous(route.Metadata)
            && !ProblemsOf.Endpoint(route.Metadata).Contains(Problems.Busy)).Select(route => route.DisplayName), Is.Empty);

    [Test]
    public void Who_needs_a_token_may_be_told_that_the_authority_is_away() =>
        Assert.That(app.Routes.Where(route => ProblemsOf.IsAnonymous(route.Metadata)
            == ProblemsOf.Endpoint(route.Metadata).Contains(Problems.AuthorityUnavailable)).Select(route => route.DisplayName), Is.Empty);

    [Test]
    public void Every_route_is_for_somebody_or_open_on_purpose()
    {
        Assert.Multiple(() =>
        {
            foreach (var route in app.Routes)
            {
                var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
                Assert.That(ProblemsOf.IsAnonymous(route.Metadata) || policies.Count > 0, Is.True, $"{route.DisplayName} names no policy");
                Assert.That(policies, Is.SubsetOf(Can.Table.Keys), $"{route.DisplayName} names a policy that is not in the table");
            }
        });
    }

    [Test]
    public void One_code_means_one_problem()
    {
        var shared = app.Routes.SelectMany(route => ProblemsOf.Endpoint(route.Metadata)).Distinct()
            .GroupBy(problem => problem.Code, StringComparer.Ordinal)
            .Where(problems => problems.Count() > 1)
            .Select(problems => problems.Key);

        Assert.That(shared, Is.Empty);
    }
}
