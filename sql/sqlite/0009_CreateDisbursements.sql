create table Disbursement (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_Disbursement_Programme references Programme (Id),
    AwardId text not null constraint FK_Disbursement_Award references Award (Id),
    OfficeAgs text not null,
    -- Money of the award, or a credit of the site that goes back to it.
    Kind text not null default 'grant'
        constraint CK_Disbursement_Kind check (Kind in ('grant', 'refund')),
    Reference text not null,
    Status text not null
        constraint CK_Disbursement_Status check (Status in (
            'requested', 'approved', 'released', 'instructed', 'settled',
            'returned', 'rejected', 'cancelled', 'stopped', 'bank-rejected'
        )),
    RetryOfId text null constraint FK_Disbursement_RetryOf references Disbursement (Id),
    AmountCents integer not null constraint CK_Disbursement_AmountCents check (AmountCents > 0),
    Purpose text not null,
    NeedCents integer not null constraint CK_Disbursement_NeedCents check (NeedCents >= 0),
    UnspentCents integer not null constraint CK_Disbursement_UnspentCents check (UnspentCents >= 0),
    OwnUsedCents integer not null constraint CK_Disbursement_OwnUsedCents check (OwnUsedCents >= 0),
    ThirdPartyUsedCents integer not null constraint CK_Disbursement_ThirdPartyUsedCents check (ThirdPartyUsedCents >= 0),
    -- The account as it was when the money was requested: a later change of the account never redirects a payment.
    BankAccountId text not null constraint FK_Disbursement_BankAccount references BankAccount (Id),
    Iban text not null,
    Bic text null,
    Holder text not null,
    RequestedBy text not null,
    RequestedOn text not null,
    ApprovedBy text null,
    ApprovedOn text null,
    ReleasedBy text null,
    ReleasedOn text null,
    -- The day on which the audit trail has said that the bank did not book it.
    NotBookedNotedOn text null,
    -- A stop, by two people.
    StopProposedBy text null,
    StopProposedOn text null,
    StopConfirmedBy text null,
    -- The batch that hands it to the bank, as long as that is not voided; the day of the hand-over.
    BatchId text null constraint FK_Disbursement_PaymentBatch references PaymentBatch (Id),
    InstructedOn text null,
    -- The settlement by hand: one person records what the bank booked, another confirms it.
    BookedOn text null,
    BankReference text null,
    SettlementRecordedBy text null,
    SettlementConfirmedBy text null,
    UseByOn text null,
    -- A return, by two people as well.
    ReturnedOn text null,
    ReturnBankReference text null,
    ReturnRecordedBy text null,
    ReturnConfirmedBy text null,
    -- What the bank did not carry out, by two people.
    BankRejectedOn text null,
    BankRejectionReference text null,
    BankRejectionRecordedBy text null,
    BankRejectionConfirmedBy text null,
    Reason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_Disbursement_FourEyes check (
        (ApprovedBy is null or ApprovedBy <> RequestedBy)
        and (ReleasedBy is null or (ApprovedBy is not null and ReleasedBy <> RequestedBy and ReleasedBy <> ApprovedBy))
        and (StopConfirmedBy is null or (StopProposedBy is not null and StopConfirmedBy <> StopProposedBy))
        and (Status <> 'stopped' or StopConfirmedBy is not null)
        and (SettlementConfirmedBy is null or (SettlementRecordedBy is not null and SettlementConfirmedBy <> SettlementRecordedBy))
        and (ReturnConfirmedBy is null or (ReturnRecordedBy is not null and ReturnConfirmedBy <> ReturnRecordedBy))
        and (BankRejectionConfirmedBy is null
            or (BankRejectionRecordedBy is not null and BankRejectionConfirmedBy <> BankRejectionRecordedBy))
        -- Who has approved a payment never pays it.
        and (SettlementRecordedBy is null or SettlementRecordedBy <> ApprovedBy)
        and (SettlementConfirmedBy is null or SettlementConfirmedBy <> ApprovedBy)
        and (ReturnRecordedBy is null or ReturnRecordedBy <> ApprovedBy)
        and (ReturnConfirmedBy is null or ReturnConfirmedBy <> ApprovedBy)
        and (BankRejectionRecordedBy is null or BankRejectionRecordedBy <> ApprovedBy)
        and (BankRejectionConfirmedBy is null or BankRejectionConfirmedBy <> ApprovedBy)
        and (Status <> 'approved' or ApprovedBy is not null)
        and (Status not in ('released', 'instructed', 'settled', 'returned', 'stopped', 'bank-rejected') or ReleasedBy is not null)
        and (Status <> 'settled' or SettlementConfirmedBy is not null)
        -- What the bank was told to pay can come back before anybody has recorded that it was booked.
        and (Status <> 'returned' or (ReturnConfirmedBy is not null and (SettlementConfirmedBy is not null or InstructedOn is not null)))
        and (Status <> 'bank-rejected' or BankRejectionConfirmedBy is not null)),
    constraint CK_Disbursement_Batch check (
        (InstructedOn is null or BatchId is not null)
        and (Status not in ('instructed', 'bank-rejected') or InstructedOn is not null)
        and (BatchId is null or InstructedOn is not null
            -- As long as the batch is not handed over.
            or (Status = 'released' and SettlementRecordedBy is null and StopProposedBy is null))
        and (BankRejectionRecordedBy is null
            or (Status in ('instructed', 'bank-rejected') and SettlementRecordedBy is null and ReturnRecordedBy is null)))
);
GO
create unique index UQ_Disbursement_Id on Disbursement (Id);
GO
create unique index UQ_Disbursement_Reference on Disbursement (Reference);
GO
create index IX_Disbursement_UpdatedAt_Seq on Disbursement (UpdatedAt, Seq);
GO
create index IX_Disbursement_AmountCents_Seq on Disbursement (AmountCents, Seq);
GO
create index IX_Disbursement_Status_UpdatedAt_Seq on Disbursement (Status, UpdatedAt, Seq);
GO
create index IX_Disbursement_Status_Seq on Disbursement (Status, Seq);
GO
create index IX_Disbursement_OfficeAgs_Seq on Disbursement (OfficeAgs, Seq);
GO
create index IX_Disbursement_OfficeAgs_Status_Seq on Disbursement (OfficeAgs, Status, Seq);
GO
-- Those of which the audit trail can still say that the bank has not booked them.
create index IX_Disbursement_NotBookedNotedOn_ReleasedOn_Seq on Disbursement (NotBookedNotedOn, ReleasedOn, Seq)
    where Status in ('released', 'instructed') and SettlementRecordedBy is null and StopProposedBy is null
        and NotBookedNotedOn is null;
GO
create index IX_Disbursement_ProgrammeId_Seq on Disbursement (ProgrammeId, Seq);
GO
create index IX_Disbursement_AwardId_Seq on Disbursement (AwardId, Seq);
GO
create index IX_Disbursement_BatchId_Status on Disbursement (BatchId, Status) where BatchId is not null;
GO
-- Returns that wait for a second person.
create index IX_Disbursement_Returning on Disbursement (Status, Seq) where Status = 'settled' and ReturnRecordedBy is not null;
