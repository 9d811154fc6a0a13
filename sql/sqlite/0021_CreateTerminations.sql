create table Termination (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_Termination_Programme references Programme (Id),
    AwardId text not null constraint FK_Termination_Award references Award (Id),
    OfficeAgs text not null,
    Status text not null constraint CK_Termination_Status check (Status in ('proposed', 'confirmed', 'refused')),
    -- In part the award goes on with what is kept as its amount.
    InPart integer not null constraint CK_Termination_InPart check (InPart in (0, 1)),
    LegalBasis text not null,
    EffectiveOn text not null,
    KnownSince text not null,
    KeepsCents integer not null constraint CK_Termination_KeepsCents check (KeepsCents >= 0),
    Reason text not null,
    -- Why it is not too late, more than a year after it was known.
    LateReason text null,
    RefusalReason text null,
    RepaymentClaimId text null constraint FK_Termination_RepaymentClaim references RepaymentClaim (Id),
    ProposedBy text not null,
    DecidedBy text null,
    DecidedOn text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_Termination_FourEyes check (Status <> 'confirmed' or (DecidedBy is not null and DecidedBy <> ProposedBy))
);
GO
create unique index UQ_Termination_Id on Termination (Id);
GO
-- One proposal at a time.
create unique index UQ_Termination_AwardId on Termination (AwardId) where Status = 'proposed';
GO
create index IX_Termination_Status_Seq on Termination (Status, Seq);
GO
create index IX_Termination_AwardId_Seq on Termination (AwardId, Seq);
