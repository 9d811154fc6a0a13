-- How many base rates were confirmed: who confirms one, or interest by them, holds this row, so that no rate begins to hold while interest
-- is reckoned.
create table BaseRateHead (
    Id int not null primary key constraint CK_BaseRateHead_Id check (Id = 1),
    Confirmed int not null
);
GO
insert into BaseRateHead (Id, Confirmed) values (1, 0);
GO
create table BaseRate (
    Seq bigint identity not null constraint PK_BaseRate primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_BaseRate_Status check (Status in ('proposed', 'confirmed', 'refused', 'replaced')),
    ValidFrom date not null,
    -- Hundredths of a percent; the rate can be negative.
    BasisPoints int not null constraint CK_BaseRate_BasisPoints check (BasisPoints between -10000 and 10000),
    -- The last day for which confirmed interest was reckoned with it.
    UsedOn date null,
    RefusalReason nvarchar(4000) null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_BaseRate_FourEyes check (
        Status not in ('confirmed', 'replaced') or (DecidedBy is not null and DecidedBy <> ProposedBy)),
    constraint CK_BaseRate_UsedOn check (UsedOn is null or (Status = 'confirmed' and UsedOn >= ValidFrom))
);
GO
create unique index UQ_BaseRate_Id on BaseRate (Id);
GO
-- A day has one rate.
create unique index UQ_BaseRate_ValidFrom on BaseRate (ValidFrom) where Status = 'confirmed';
GO
create index IX_BaseRate_UpdatedAt_Seq on BaseRate (UpdatedAt, Seq);
GO
create index IX_BaseRate_Status_UpdatedAt_Seq on BaseRate (Status, UpdatedAt, Seq);
GO
create index IX_BaseRate_Status_Seq on BaseRate (Status, Seq);
GO
create table InterestCalculation (
    Seq bigint identity not null constraint PK_InterestCalculation primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_InterestCalculation_Programme references Programme (Id),
    AwardId uniqueidentifier not null constraint FK_InterestCalculation_Award references Award (Id),
    OfficeAgs nvarchar(8) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_InterestCalculation_Status check (Status in ('proposed', 'confirmed', 'refused')),
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_InterestCalculation_Kind check (Kind in ('late-repayment', 'late-use')),
    RepaymentClaimId uniqueidentifier null constraint FK_InterestCalculation_RepaymentClaim references RepaymentClaim (Id),
    DisbursementId uniqueidentifier null constraint FK_InterestCalculation_Disbursement references Disbursement (Id),
    -- What was used late.
    AmountCents bigint null constraint CK_InterestCalculation_AmountCents check (AmountCents > 0),
    -- The last day that bears interest: with late use the day of the use.
    UntilOn date not null,
    NotToBlame bit not null constraint CK_InterestCalculation_NotToBlame check (NotToBlame in (0, 1)),
    Reason nvarchar(4000) null,
    FollowsId uniqueidentifier null,
    Segments nvarchar(max) not null,
    ReckonedCents bigint not null constraint CK_InterestCalculation_ReckonedCents check (ReckonedCents >= 0),
    NothingBecause varchar(20) collate Latin1_General_BIN2 null
        constraint CK_InterestCalculation_NothingBecause check (NothingBecause in ('below-minimum', 'not-to-blame')),
    -- What is asked, with what was asked before.
    InterestCents bigint not null,
    AskedBeforeCents bigint not null constraint CK_InterestCalculation_AskedBeforeCents check (AskedBeforeCents >= 0),
    InterestClaimId uniqueidentifier null constraint FK_InterestCalculation_InterestClaim references RepaymentClaim (Id),
    RefusalReason nvarchar(4000) null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DecidedOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_InterestCalculation_Subject check (
        (Kind = 'late-repayment' and RepaymentClaimId is not null and DisbursementId is null and AmountCents is null)
        or (Kind = 'late-use' and RepaymentClaimId is null and DisbursementId is not null and AmountCents is not null
            and FollowsId is null and NotToBlame = 0)),
    constraint CK_InterestCalculation_Reason check ((NotToBlame = 1 and Reason is not null) or (NotToBlame = 0 and Reason is null)),
    constraint CK_InterestCalculation_InterestCents check (
        (NothingBecause is null and InterestCents = ReckonedCents) or (NothingBecause is not null and InterestCents = 0)),
    constraint CK_InterestCalculation_InterestClaimId check (
        InterestClaimId is null or (Status = 'confirmed' and InterestCents > AskedBeforeCents)),
    constraint CK_InterestCalculation_FourEyes check (Status <> 'confirmed' or (DecidedBy is not null and DecidedBy <> ProposedBy))
);
GO
create unique index UQ_InterestCalculation_Id on InterestCalculation (Id);
GO
alter table InterestCalculation add constraint FK_InterestCalculation_Follows foreign key (FollowsId) references InterestCalculation (Id);
GO
-- One proposal on a claim at a time; and one calculation goes on from another, so that nothing is asked twice.
create unique index UQ_InterestCalculation_RepaymentClaimId on InterestCalculation (RepaymentClaimId)
    where Status = 'proposed' and RepaymentClaimId is not null;
GO
create unique index UQ_InterestCalculation_FollowsId on InterestCalculation (FollowsId) where Status <> 'refused' and FollowsId is not null;
GO
create index IX_InterestCalculation_RepaymentClaimId_Seq on InterestCalculation (RepaymentClaimId, Seq);
GO
create index IX_InterestCalculation_Status_Seq on InterestCalculation (Status, Seq);
GO
create index IX_InterestCalculation_AwardId_Seq on InterestCalculation (AwardId, Seq);
