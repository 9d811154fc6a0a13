-- A file of receipts on its way into a report: it is checked, and applied as a whole or not at all.
create table ReceiptImport (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    SpendingReportId text not null constraint FK_ReceiptImport_SpendingReport references SpendingReport (Id),
    OfficeAgs text not null,
    Status text not null
        constraint CK_ReceiptImport_Status check (Status in ('checking', 'ready', 'faulty', 'applied', 'discarded')),
    Encoding text not null constraint CK_ReceiptImport_Encoding check (Encoding in ('utf-8', 'windows-1252')),
    Size integer not null constraint CK_ReceiptImport_Size check (Size >= 0),
    PackedSize integer not null,
    Sha256 text not null,
    RowsRead integer not null default 0,
    RowsGood integer not null default 0,
    RowsBad integer not null default 0,
    SumCents integer not null default 0,
    -- Who checks it, and until when another one may not: each check that begins has a token of its own.
    LeaseToken text null,
    LeaseEndsAt text null,
    CheckedOn text null,
    AppliedOn text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_ReceiptImport_Rows check (RowsGood >= 0 and RowsBad >= 0 and RowsRead = RowsGood + RowsBad),
    constraint CK_ReceiptImport_LeaseToken check (Status = 'checking' or (LeaseToken is null and LeaseEndsAt is null)),
    constraint CK_ReceiptImport_CheckedOn check (
        (Status = 'checking' and CheckedOn is null) or Status = 'discarded' or (Status <> 'checking' and CheckedOn is not null)),
    constraint CK_ReceiptImport_AppliedOn check (
        (Status = 'applied' and AppliedOn is not null) or (Status <> 'applied' and AppliedOn is null))
);
GO
create unique index UQ_ReceiptImport_Id on ReceiptImport (Id);
GO
-- One at a time is on its way into a report.
create unique index UQ_ReceiptImport_SpendingReportId on ReceiptImport (SpendingReportId) where Status in ('checking', 'ready', 'faulty');
GO
create index IX_ReceiptImport_SpendingReportId_Seq on ReceiptImport (SpendingReportId, Seq);
GO
create index IX_ReceiptImport_Status_Seq on ReceiptImport (Status, Seq);
GO
-- The file, packed, until it is checked.
create table ReceiptImportPart (
    Seq integer primary key,
    ReceiptImportId text not null constraint FK_ReceiptImportPart_ReceiptImport references ReceiptImport (Id),
    -- From 0, in the order of the bytes.
    Number integer not null,
    Content blob not null
);
GO
create unique index UQ_ReceiptImportPart_ReceiptImportId_Number on ReceiptImportPart (ReceiptImportId, Number);
GO
-- The rows that are good, as the receipts that they will be.
create table ReceiptImportRow (
    Seq integer primary key,
    ReceiptImportId text not null constraint FK_ReceiptImportRow_ReceiptImport references ReceiptImport (Id),
    ReceiptId text not null,
    Number text not null,
    PaidOn text not null,
    Payee text not null,
    PayeeKey text not null,
    Purpose text not null,
    Category text not null,
    AmountCents integer not null,
    Reference text null,
    ProcurementNote text null
);
GO
create index IX_ReceiptImportRow_ReceiptImportId_Seq on ReceiptImportRow (ReceiptImportId, Seq);
GO
create table ReceiptImportFault (
    Seq integer primary key,
    ReceiptImportId text not null constraint FK_ReceiptImportFault_ReceiptImport references ReceiptImport (Id),
    Line integer not null,
    ColumnNumber integer not null,
    ColumnName text null,
    Code text not null,
    MessageEn text not null,
    MessageDe text not null
);
GO
create index IX_ReceiptImportFault_ReceiptImportId_Seq on ReceiptImportFault (ReceiptImportId, Seq);
GO
-- The receipts of a submitted version, which are read in pages.
create table SpendingReportVersionReceipt (
    Seq integer primary key,
    SpendingReportId text not null constraint FK_SpendingReportVersionReceipt_SpendingReport references SpendingReport (Id),
    VersionNumber integer not null,
    Number text not null,
    PaidOn text not null,
    Payee text not null,
    Purpose text not null,
    Category text not null,
    AmountCents integer not null,
    Reference text null,
    ProcurementNote text null
);
GO
create index IX_SpendingReportVersionReceipt_SpendingReportId_VersionNumber_Seq
    on SpendingReportVersionReceipt (SpendingReportId, VersionNumber, Seq);
GO
create trigger TR_SpendingReportVersionReceipt_Update before update on SpendingReportVersionReceipt begin
    select raise(abort, 'A submitted version is frozen.');
end;
GO
create trigger TR_SpendingReportVersionReceipt_Delete before delete on SpendingReportVersionReceipt begin
    select raise(abort, 'A submitted version is frozen.');
end;
GO
create table SpendingReportAttachment (
    Seq integer primary key,
    Id text not null constraint FK_SpendingReportAttachment_StoredFile references StoredFile (Id),
    SpendingReportId text not null constraint FK_SpendingReportAttachment_SpendingReport references SpendingReport (Id),
    -- The versions that have the file: null until it is submitted, and as long as the report has it.
    FirstVersion integer null,
    LastVersion integer null,
    constraint CK_SpendingReportAttachment_LastVersion check (
        LastVersion is null or (FirstVersion is not null and FirstVersion <= LastVersion))
);
GO
create unique index UQ_SpendingReportAttachment_Id on SpendingReportAttachment (Id);
GO
create index IX_SpendingReportAttachment_SpendingReportId_Seq on SpendingReportAttachment (SpendingReportId, Seq);
GO
create trigger TR_SpendingReportAttachment_Delete before delete on SpendingReportAttachment when old.FirstVersion is not null begin
    select raise(abort, 'A submitted version keeps its files.');
end;
