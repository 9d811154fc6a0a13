using System.Text.RegularExpressions;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The shape of a programme's terms.</summary>
sealed partial class ProgrammeTermsValidator : AbstractValidator<ProgrammeTerms>
{
    public ProgrammeTermsValidator()
    {
        RuleFor(terms => terms.Title).Line(200);
        RuleFor(terms => terms.Funder).Line(200);
        RuleFor(terms => terms.Operator).Line(200);
        RuleFor(terms => terms.OpensOn).Day();
        RuleFor(terms => terms.ClosesOn).Day().GreaterThanOrEqualTo(terms => terms.OpensOn);
        RuleFor(terms => terms.SiteLimit).InclusiveBetween(1, 1000);
        RuleFor(terms => terms.CapPerSite).Positive();
        RuleFor(terms => terms.Budget).Positive();
        RuleFor(terms => terms.AgeFrom).InclusiveBetween(0, 27);
        RuleFor(terms => terms.AgeTo).InclusiveBetween(0, 27).GreaterThanOrEqualTo(terms => terms.AgeFrom);
        RuleFor(terms => terms.AreaPrefixes).NotEmpty().AtMost(100);
        RuleForEach(terms => terms.AreaPrefixes).MaximumLength(8).Matches(AreaPrefix())
            .WithMessage(_ => Bilingual.Of("An area prefix has 2 to 8 digits.", "Ein Gebietspräfix hat 2 bis 8 Ziffern."));
        RuleFor(terms => terms.Categories).NotEmpty().AtMost(30).UniqueBy(item => item.Code);
        RuleForEach(terms => terms.Categories).SetValidator(new ItemValidator());
        RuleFor(terms => terms.Checks).NotEmpty().AtMost(50).UniqueBy(item => item.Code);
        RuleForEach(terms => terms.Checks).SetValidator(new ItemValidator());
        RuleFor(terms => terms.Criteria).NotEmpty().AtMost(30).UniqueBy(item => item.Code)
            .Must(CriteriaWeights.SumTo100)
            .WithMessage(_ => Bilingual.Of("The weights must sum to 100.", "Die Gewichte müssen zusammen 100 ergeben."))
            .Must(TieBreakOrder.HasNoGaps)
            .WithMessage(_ => Bilingual.Of(
                "Tie-break places run from 1 without a gap.",
                "Die Plätze für Gleichstände laufen von 1 an ohne Lücke."));
        RuleForEach(terms => terms.Criteria).ChildRules(criterion =>
        {
            criterion.RuleFor(item => item.Code).Code();
            criterion.RuleFor(item => item.Title).Line(200);
            criterion.RuleFor(item => item.Weight).InclusiveBetween(1, 100);
        });
        RuleFor(terms => terms.ReviewQuorum).InclusiveBetween(1, 10);
        RuleFor(terms => terms.ReviewSpreadLimit).InclusiveBetween(0, 100);
        RuleFor(terms => terms.LotCommitment).Sha256();
        RuleFor(terms => terms.LotSource).Line(200);
        RuleFor(terms => terms.FundingStartsOn).Day().GreaterThan(terms => terms.ClosesOn);
        RuleFor(terms => terms.FundingEndsOn).Day().GreaterThan(terms => terms.FundingStartsOn);
        RuleFor(terms => terms.FinancingType).OneOf(typeof(FinancingType));
        RuleFor(terms => terms.SharePercent).NotNull().InclusiveBetween(1, 100)
            .Must(share => share is null || share == decimal.Round(share.Value, 2))
            .WithMessage(_ => Bilingual.Of("At most two decimal places.", "Höchstens zwei Nachkommastellen."))
            .When(terms => terms.FinancingType == FinancingType.Share);
        RuleFor(terms => terms.SharePercent).Null().When(terms => terms.FinancingType != FinancingType.Share);
        RuleFor(terms => terms.UseByMonths).InclusiveBetween(1, 12);
        RuleFor(terms => terms.UseByWeeks).InclusiveBetween(1, 52);
        RuleFor(terms => terms.FundsOrder).OneOf(typeof(FundsOrder));
        RuleFor(terms => terms.HoldbackPercent).InclusiveBetween(0, 100);
        RuleFor(terms => terms.AcceptWithinDays).InclusiveBetween(1, 365);
        RuleFor(terms => terms.ClaimDueDays).InclusiveBetween(1, 365);
        RuleFor(terms => terms.TolerancePercent).InclusiveBetween(0, 100);
        RuleFor(terms => terms.FinalReportMonths).InclusiveBetween(1, 24);
        RuleFor(terms => terms.Quotas!).AtMost(30).UniqueBy(quota => $"{quota.By}:{quota.Value}");
        RuleForEach(terms => terms.Quotas).SetValidator(new QuotaValidator());
        RuleFor(terms => terms.MendingDays).InclusiveBetween(1, 366);
        RuleFor(terms => terms.Discussion).OneOf(typeof(DiscussionOfSpread));
        RuleFor(terms => terms.LegalForm).OneOf(typeof(LegalForm));
        RuleFor(terms => terms.Remedy!).OneOf(typeof(Remedy)).When(terms => terms.Remedy is not null);
        RuleFor(terms => terms.RemedyMonths).InclusiveBetween(1, 12);
        RuleFor(terms => terms.FunderFunds).OneOf(typeof(FunderFunds));
        RuleFor(terms => terms.InterestSurchargePercent).InclusiveBetween(0, 100)
            .Must(percent => percent == decimal.Round(percent, 2))
            .WithMessage(_ => Bilingual.Of("At most two decimal places.", "Höchstens zwei Nachkommastellen."));
        RuleFor(terms => terms.InterestStart).OneOf(typeof(InterestStart));
        RuleFor(terms => terms.InterestMinimum).NotNegative();
        RuleFor(terms => terms.OperatorSeat).Line(200);
        RuleFor(terms => terms.InterimReports!).AtMost(12)
            .Must(InterimPeriods.FollowEachOther)
            .WithMessage(_ => Bilingual.Of(
                "Each interim report covers more than the one before it.", "Jeder Zwischennachweis reicht weiter als der vorige."))
            .Must((terms, reports) => InterimPeriods.LieWithin(terms.FundingStartsOn, terms.FundingEndsOn, reports))
            .WithMessage(_ => Bilingual.Of(
                "The last day of an interim report lies in the funding period, before its last day.",
                "Der letzte Tag eines Zwischennachweises liegt im Bewilligungszeitraum, vor dessen letztem Tag."))
            .When(terms => terms.InterimReports is not null);
        RuleFor(terms => terms.Statement).OneOf(typeof(StatementForm));
        RuleFor(terms => terms.ProcurementNoteAbove).NotNegative();
        RuleFor(terms => terms.Questions!).AtMost(50).UniqueBy(question => question.Key).When(terms => terms.Questions is not null);
        RuleForEach(terms => terms.Questions).ChildRules(question =>
        {
            question.RuleFor(item => item.Key).Code();
            question.RuleFor(item => item.Text).Prose(500);
        });
        RuleForEach(terms => terms.InterimReports).ChildRules(report =>
        {
            report.RuleFor(item => item.Until).Day();
            report.RuleFor(item => item.Months).InclusiveBetween(1, 24);
        });
    }

    [GeneratedRegex(
        "^[0-9]{2,8}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex AreaPrefix();

    sealed class QuotaValidator : AbstractValidator<Quota>
    {
        public QuotaValidator()
        {
            RuleFor(quota => quota.By).OneOf(typeof(QuotaBy));
            RuleFor(quota => quota.Value).Line(100);
            RuleFor(quota => quota.Value).Must((quota, value) => quota.By switch
            {
                QuotaBy.GovernmentDistrict => GovernmentDistrict.IsOne(value),
                QuotaBy.Kind => OneOfAttribute.ValuesOf(typeof(YouthOfficeKind)).Contains(value, StringComparer.Ordinal),
                _ => true,
            }).WithMessage(_ => Bilingual.Of(
                "Name a government district, such as Münster, or a kind of office, such as county.",
                "Anzugeben ist ein Regierungsbezirk, etwa Münster, oder eine Art von Jugendamt, etwa county."));
            RuleFor(quota => quota.Most).InclusiveBetween(1, 1000);
        }
    }

    sealed class ItemValidator : AbstractValidator<ProgrammeItem>
    {
        public ItemValidator()
        {
            RuleFor(item => item.Code).Code();
            RuleFor(item => item.Title).Line(200);
        }
    }
}
