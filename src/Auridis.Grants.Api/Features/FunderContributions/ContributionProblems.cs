namespace Auridis.Grants.Api.Features.FunderContributions;

static class ContributionProblems
{
    public static readonly Problem ContributionKnown = new("contribution-known", 409,
        new("Contribution recorded already", "Mittelzufluss bereits erfasst"),
        new("The bank's booking '{reference}' is recorded in this programme already.",
            "Die Buchung „{reference}“ der Bank ist in diesem Programm bereits erfasst."))
    {
        Example = [("reference", "Statement 2018-251, line 3")],
    };

    public static readonly Problem FunderFundsExceeded = new("funder-funds-exceeded", 409,
        new("The funder's money does not suffice", "Mittel des Förderers überschritten"),
        new("The funder's money comes to {funds}; with this payment {released} would be released.",
            "Die Mittel des Förderers betragen {funds}; mit dieser Zahlung wären {released} angeordnet."))
    {
        Example = [("funds", new Money(100_000_00)), ("released", new Money(120_000_00))],
    };
}
