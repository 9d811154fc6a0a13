-- A file of receipts on its way into a report: it is checked, and applied as a whole or not at all.
create table ReceiptImport (
    Seq bigint identity not null constraint PK_ReceiptImport primary key,
    Id uniqueidentifier not null,
    Version int not null,
    SpendingReportId uniqueidentifier not null constraint FK_ReceiptImport_SpendingReport references SpendingReport (Id),
    OfficeAgs nvarchar(8) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_ReceiptImport_Status check (Status in ('checking', 'ready', 'faulty', 'applied', 'discarded')),
    Encoding varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_ReceiptImport_Encoding check (Encoding in ('utf-8', 'windows-1252')),
    Size int not null constraint CK_ReceiptImport_Size check (Size >= 0),
    PackedSize int not null,
    Sha256 char(64) not null,
    RowsRead int not null default 0,
    RowsGood int not null default 0,
    RowsBad int not null default 0,
    SumCents bigint not null default 0,
    -- Who checks it, and until when another one may not: each check that begins has a token of its own.
    LeaseToken uniqueidentifier null,
    LeaseEndsAt datetime2(3) null,
    CheckedOn date null,
    AppliedOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
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
    Seq bigint identity not null constraint PK_ReceiptImportPart primary key,
    ReceiptImportId uniqueidentifier not null constraint FK_ReceiptImportPart_ReceiptImport references ReceiptImport (Id),
    -- From 0, in the order of the bytes.
    Number int not null,
    Content varbinary(max) not null
);
GO
create unique index UQ_ReceiptImportPart_ReceiptImportId_Number on ReceiptImportPart (ReceiptImportId, Number);
GO
-- The rows that are good, as the receipts that they will be.
create table ReceiptImportRow (
    Seq bigint identity not null constraint PK_ReceiptImportRow primary key,
    ReceiptImportId uniqueidentifier not null constraint FK_ReceiptImportRow_ReceiptImport references ReceiptImport (Id),
    ReceiptId uniqueidentifier not null,
    Number nvarchar(100) collate Latin1_General_BIN2 not null,
    PaidOn date not null,
    Payee nvarchar(400) not null,
    PayeeKey nvarchar(600) collate Latin1_General_BIN2 not null,
    Purpose nvarchar(1000) not null,
    Category varchar(40) collate Latin1_General_BIN2 not null,
    AmountCents bigint not null,
    Reference nvarchar(100) collate Latin1_General_BIN2 null,
    ProcurementNote nvarchar(1000) null
);
GO
create index IX_ReceiptImportRow_ReceiptImportId_Seq on ReceiptImportRow (ReceiptImportId, Seq);
GO
create table ReceiptImportFault (
    Seq bigint identity not null constraint PK_ReceiptImportFault primary key,
    ReceiptImportId uniqueidentifier not null constraint FK_ReceiptImportFault_ReceiptImport references ReceiptImport (Id),
    Line int not null,
    ColumnNumber int not null,
    ColumnName varchar(40) collate Latin1_General_BIN2 null,
    Code varchar(40) collate Latin1_General_BIN2 not null,
    MessageEn nvarchar(2000) not null,
    MessageDe nvarchar(2000) not null
);
GO
create index IX_ReceiptImportFault_ReceiptImportId_Seq on ReceiptImportFault (ReceiptImportId, Seq);
GO
-- The receipts of a submitted version, which are read in pages.
create table SpendingReportVersionReceipt (
    Seq bigint identity not null constraint PK_SpendingReportVersionReceipt primary key,
    SpendingReportId uniqueidentifier not null constraint FK_SpendingReportVersionReceipt_SpendingReport references SpendingReport (Id),
    VersionNumber int not null,
    Number nvarchar(100) collate Latin1_General_BIN2 not null,
    PaidOn date not null,
    Payee nvarchar(400) not null,
    Purpose nvarchar(1000) not null,
    Category varchar(40) collate Latin1_General_BIN2 not null,
    AmountCents bigint not null,
    Reference nvarchar(100) collate Latin1_General_BIN2 null,
    ProcurementNote nvarchar(1000) null
);
GO
create index IX_SpendingReportVersionReceipt_SpendingReportId_VersionNumber_Seq
    on SpendingReportVersionReceipt (SpendingReportId, VersionNumber, Seq);
GO
create trigger TR_SpendingReportVersionReceipt_Update on SpendingReportVersionReceipt instead of update as
    throw 50001, 'A submitted version is frozen.', 1;
GO
create trigger TR_SpendingReportVersionReceipt_Delete on SpendingReportVersionReceipt instead of delete as
    throw 50001, 'A submitted version is frozen.', 1;
GO
create table SpendingReportAttachment (
    Seq bigint identity not null constraint PK_SpendingReportAttachment primary key,
    Id uniqueidentifier not null constraint FK_SpendingReportAttachment_StoredFile references StoredFile (Id),
    SpendingReportId uniqueidentifier not null
        constraint FK_SpendingReportAttachment_SpendingReport references SpendingReport (Id),
    -- The versions that have the file: null until it is submitted, and as long as the report has it.
    FirstVersion int null,
    LastVersion int null,
    constraint CK_SpendingReportAttachment_LastVersion check (
        LastVersion is null or (FirstVersion is not null and FirstVersion <= LastVersion))
);
GO
create unique index UQ_SpendingReportAttachment_Id on SpendingReportAttachment (Id);
GO
create index IX_SpendingReportAttachment_SpendingReportId_Seq on SpendingReportAttachment (SpendingReportId, Seq);
GO
create trigger TR_SpendingReportAttachment_Delete on SpendingReportAttachment after delete as
    if exists (select 1 from deleted where FirstVersion is not null)
    begin
        throw 50001, 'A submitted version keeps its files.', 1;
    end;
