using FluentValidation;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// The shape of what is there of an application's content. What is missing, sums, cap and categories are checked at submission.
/// </summary>
sealed class ApplicationContentValidator : AbstractValidator<ApplicationContent>
{
    public ApplicationContentValidator()
    {
        RuleFor(content => content.Title!).Line(200).When(content => content.Title is not null);
        RuleFor(content => content.Summary!).Prose(2000).When(content => content.Summary is not null);
        RuleFor(content => content.StartingPosition!).Prose(10_000).When(content => content.StartingPosition is not null);
        RuleFor(content => content.Goals!).Prose(10_000).When(content => content.Goals is not null);
        RuleFor(content => content.TargetArea!).Prose(1000).When(content => content.TargetArea is not null);
        RuleFor(content => content.Children).InclusiveBetween(1, 1_000_000);
        RuleFor(content => content.Partners!).AtMost(200);
        RuleForEach(content => content.Partners!).ChildRules(partner =>
        {
            partner.RuleFor(item => item.Sector).OneOf(typeof(NetworkSector));
            partner.RuleFor(item => item.Name).Line(200);
            partner.RuleFor(item => item.Role).Line(500);
        });
        RuleFor(content => content.Steering!).Prose(5000).When(content => content.Steering is not null);
        RuleFor(content => content.PoliticalBacking!).Prose(5000).When(content => content.PoliticalBacking is not null);
        RuleFor(content => content.Staff!).AtMost(50);
        RuleForEach(content => content.Staff!).ChildRules(post =>
        {
            post.RuleFor(item => item.Function).Line(200);
            post.RuleFor(item => item.PercentOfFullTime).InclusiveBetween(1, 100);
        });
        RuleFor(content => content.Milestones!).AtMost(50);
        RuleForEach(content => content.Milestones!).ChildRules(milestone =>
        {
            milestone.RuleFor(item => item.Title).Line(200);
            milestone.RuleFor(item => item.DueOn).Day();
        });
        RuleFor(content => content.FinancePlan!).ChildRules(plan =>
        {
            plan.RuleFor(item => item.Lines!).AtMost(30).UniqueBy(line => line.Category);
            plan.RuleForEach(item => item.Lines!).ChildRules(line =>
            {
                line.RuleFor(item => item.Category).Code();
                line.RuleFor(item => item.Amount).Positive();
            });
            plan.RuleFor(item => item.OwnContribution).NotNegative();
            plan.RuleFor(item => item.ThirdPartyFunds).NotNegative();
            plan.RuleFor(item => item.Requested).Positive();
        });
    }
}
