-- Held by whoever makes a batch: batches are numbered, and take their payments, one after the other.
create table PaymentBatchHead (
    Id integer not null constraint PK_PaymentBatchHead primary key constraint CK_PaymentBatchHead_Id check (Id = 1)
);
GO
insert into PaymentBatchHead (Id) values (1);
GO
create table PaymentBatch (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    -- Counted without gaps in the year in which it was made.
    FiscalYear integer not null,
    Number integer not null,
    Reference text not null,
    Status text not null
        constraint CK_PaymentBatch_Status check (Status in ('open', 'signed', 'handed-over', 'closed', 'voided')),
    ExecutionOn text not null,
    PaymentCount integer not null constraint CK_PaymentBatch_PaymentCount check (PaymentCount > 0),
    SumCents integer not null constraint CK_PaymentBatch_SumCents check (SumCents > 0),
    CreatedBy text not null,
    FirstSignedBy text null,
    FirstSignedOn text null,
    SecondSignedBy text null,
    SecondSignedOn text null,
    HandedOverBy text null,
    HandedOverOn text null,
    VoidedBy text null,
    VoidReason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_PaymentBatch_Signatures check (
        (SecondSignedBy is null or (FirstSignedBy is not null and SecondSignedBy <> FirstSignedBy))
        and (FirstSignedBy is null or FirstSignedOn is not null)
        and (SecondSignedBy is null or SecondSignedOn is not null)
        and (Status <> 'open' or SecondSignedBy is null)
        and (Status not in ('signed', 'handed-over', 'closed') or SecondSignedBy is not null)),
    constraint CK_PaymentBatch_HandedOver check (
        (Status in ('handed-over', 'closed') and HandedOverBy is not null and HandedOverOn is not null)
        or (Status not in ('handed-over', 'closed') and HandedOverBy is null and HandedOverOn is null)),
    constraint CK_PaymentBatch_Voided check (
        (Status = 'voided' and VoidedBy is not null and VoidReason is not null)
        or (Status <> 'voided' and VoidedBy is null and VoidReason is null))
);
GO
create unique index UQ_PaymentBatch_Id on PaymentBatch (Id);
GO
create unique index UQ_PaymentBatch_FiscalYear_Number on PaymentBatch (FiscalYear, Number);
GO
create index IX_PaymentBatch_UpdatedAt_Seq on PaymentBatch (UpdatedAt, Seq);
GO
create index IX_PaymentBatch_Status_UpdatedAt_Seq on PaymentBatch (Status, UpdatedAt, Seq);
GO
create index IX_PaymentBatch_Status_Seq on PaymentBatch (Status, Seq);
GO
-- What a batch was made of, also when it was voided and its payments went into another.
create table BatchPayment (
    PaymentBatchId text not null constraint FK_BatchPayment_PaymentBatch references PaymentBatch (Id),
    PaymentSeq integer not null constraint FK_BatchPayment_Disbursement references Disbursement (Seq),
    constraint PK_BatchPayment primary key (PaymentBatchId, PaymentSeq)
);
