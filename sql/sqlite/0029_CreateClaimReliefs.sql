-- What eases a repayment claim: a deferral (Stundung), a waiver (Erlass) or a write-off (Niederschlagung), each by two people.
create table ClaimRelief (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Kind text not null constraint CK_ClaimRelief_Kind check (Kind in ('deferral', 'waiver', 'write-off')),
    ProgrammeId text not null constraint FK_ClaimRelief_Programme references Programme (Id),
    AwardId text not null constraint FK_ClaimRelief_Award references Award (Id),
    RepaymentClaimId text not null constraint FK_ClaimRelief_RepaymentClaim references RepaymentClaim (Id),
    OfficeAgs text not null,
    Status text not null constraint CK_ClaimRelief_Status check (Status in ('proposed', 'confirmed', 'refused', 'ended')),
    -- The last day of a deferral; the sum of a waiver or a write-off.
    Until text null,
    AmountCents integer null constraint CK_ClaimRelief_AmountCents check (AmountCents > 0),
    LegalBasis text null,
    Reason text not null,
    RefusalReason text null,
    ProposedBy text not null,
    DecidedBy text null,
    DecidedOn text null,
    -- A deferral that was confirmed ends after its last day, or before by a person.
    EndedOn text null,
    EndedBy text null,
    EndReason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_ClaimRelief_FourEyes check (
        Status not in ('confirmed', 'ended') or (DecidedBy is not null and DecidedBy <> ProposedBy)),
    constraint CK_ClaimRelief_Terms check (
        (Kind = 'deferral' and Until is not null and AmountCents is null)
        or (Kind <> 'deferral' and Until is null and AmountCents is not null)),
    constraint CK_ClaimRelief_LegalBasis check (LegalBasis is null or Kind = 'waiver'),
    constraint CK_ClaimRelief_Ended check (
        (Status = 'ended' and Kind = 'deferral' and EndedOn is not null) or (Status <> 'ended' and EndedOn is null and EndedBy is null)),
    constraint CK_ClaimRelief_EndReason check (EndReason is null or EndedBy is not null)
);
GO
create unique index UQ_ClaimRelief_Id on ClaimRelief (Id);
GO
-- One proposal at a time, of whatever kind.
create unique index UQ_ClaimRelief_RepaymentClaimId on ClaimRelief (RepaymentClaimId) where Status = 'proposed';
GO
-- One deferral runs at a time.
create unique index UQ_ClaimRelief_RepaymentClaimId_Kind on ClaimRelief (RepaymentClaimId, Kind)
    where Kind = 'deferral' and Status = 'confirmed';
GO
create index IX_ClaimRelief_RepaymentClaimId_Kind_Seq on ClaimRelief (RepaymentClaimId, Kind, Seq);
GO
create index IX_ClaimRelief_Kind_Status_Seq on ClaimRelief (Kind, Status, Seq);
GO
-- The deferrals that end by the clock.
create index IX_ClaimRelief_Kind_Status_Until_Seq on ClaimRelief (Kind, Status, Until, Seq)
    where Kind = 'deferral' and Status = 'confirmed';
