using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Tests.Features.Applications;

public sealed class FormalCheckTests
{
    [TestCase(true, true, ApplicationStatus.Eligible)]
    [TestCase(true, false, ApplicationStatus.Ineligible)]
    [TestCase(false, false, ApplicationStatus.Ineligible)]
    public void Every_item_must_be_met(bool first, bool second, string expected) =>
        Assert.That(FormalCheckResult.Of([new("signed", first), new("finance-plan", second)]), Is.EqualTo(expected));

    [Test]
    public void The_checklist_is_the_programmes_in_any_order() =>
        Assert.That(CompleteChecklist.WhyRefused([new("finance-plan", true), new("signed", true)], Sample.Terms.Checks), Is.Null);

    [Test]
    public void What_is_missing_and_what_is_unknown_are_named()
    {
        var problem = CompleteChecklist.WhyRefused([new("signed", true), new("colour", true)], Sample.Terms.Checks)!;

        Assert.That(problem.Figures.Select(figure => $"{figure.Name}: {string.Join(", ", (string[])figure.Value!)}"),
            Is.EqualTo(["missing: finance-plan", "unknown: colour"]));
    }
}
