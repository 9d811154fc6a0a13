using FluentValidation;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Creates a draft programme with the terms of another one.</summary>
/// <remarks>
/// For the next round: code, window, funding period and the lot's commitment are new, and all other terms are the other programme's. Its
/// interim reports end in the other funding period, and are planned anew. Each draw needs a secret of its own, so that a commitment that
/// another programme has is refused.
/// </remarks>
sealed class CopyProgramme : Creation<CopyProgramme.Request, Programme>
{
    /// <param name="Code">The short name of the new programme: capital letters, digits and hyphens, up to 20 characters.</param>
    /// <param name="OpensOn">The first day on which applications can be submitted, Europe/Berlin.</param>
    /// <param name="ClosesOn">The last day, to its end, Europe/Berlin.</param>
    /// <param name="FundingStartsOn">The first day of the funding period.</param>
    /// <param name="FundingEndsOn">The last day of the funding period.</param>
    /// <param name="LotCommitment">SHA-256 of the secret of the new lot, 64 hexadecimal digits.</param>
    public sealed record Request(
        string Code, DateOnly OpensOn, DateOnly ClosesOn, DateOnly FundingStartsOn, DateOnly FundingEndsOn, string LotCommitment);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Code).ProgrammeCode();
            RuleFor(request => request.OpensOn).Day();
            RuleFor(request => request.ClosesOn).Day().GreaterThanOrEqualTo(request => request.OpensOn);
            RuleFor(request => request.FundingStartsOn).Day().GreaterThan(request => request.ClosesOn);
            RuleFor(request => request.FundingEndsOn).Day().GreaterThan(request => request.FundingStartsOn);
            RuleFor(request => request.LotCommitment).Sha256();
        }
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/copy");
        Policies(Can.ManageProgrammes);
        Refuses(Problems.NotFound, ProgrammeProblems.CodeTaken, ProgrammeProblems.LotCommitmentUsed);
    }

    protected override string LocationOf(Programme programme) => $"/programmes/{programme.Id}";

    protected override async Task<Outcome<Programme>> Handle(Tx tx, Request request)
    {
        if (await Programme.Find(tx, Id) is not { } original)
            return Problems.NotFound;
        if (await CreateProgramme.IsTaken(tx, request.Code))
            return ProgrammeProblems.CodeTaken.With(("programmeCode", request.Code));
        if (await OwnCommitment.WhyRefused(tx, request.LotCommitment) is { } used)
            return used;
        return await CreateProgramme.Insert(tx, request.Code, copiedFrom: Id, terms: original.Terms with
        {
            OpensOn = request.OpensOn,
            ClosesOn = request.ClosesOn,
            FundingStartsOn = request.FundingStartsOn,
            FundingEndsOn = request.FundingEndsOn,
            LotCommitment = request.LotCommitment,
            // They end on days of the other funding period.
            InterimReports = null,
        });
    }
}
