create table Termination (
    Seq bigint identity not null constraint PK_Termination primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_Termination_Programme references Programme (Id),
    AwardId uniqueidentifier not null constraint FK_Termination_Award references Award (Id),
    OfficeAgs nvarchar(8) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Termination_Status check (Status in ('proposed', 'confirmed', 'refused')),
    -- In part the award goes on with what is kept as its amount.
    InPart bit not null constraint CK_Termination_InPart check (InPart in (0, 1)),
    LegalBasis nvarchar(400) not null,
    EffectiveOn date not null,
    KnownSince date not null,
    KeepsCents bigint not null constraint CK_Termination_KeepsCents check (KeepsCents >= 0),
    Reason nvarchar(4000) not null,
    -- Why it is not too late, more than a year after it was known.
    LateReason nvarchar(4000) null,
    RefusalReason nvarchar(4000) null,
    RepaymentClaimId uniqueidentifier null constraint FK_Termination_RepaymentClaim references RepaymentClaim (Id),
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DecidedOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
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
