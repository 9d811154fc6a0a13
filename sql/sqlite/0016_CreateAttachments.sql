-- A file that somebody has uploaded. Its bytes stand apart, so that no list reads them.
create table StoredFile (
    Seq integer primary key,
    Id text not null,
    Name text not null,
    ContentType text not null,
    Size integer not null constraint CK_StoredFile_Size check (Size > 0),
    Sha256 text not null,
    CreatedAt text not null
);
GO
create unique index UQ_StoredFile_Id on StoredFile (Id);
GO
create table StoredFilePart (
    Seq integer primary key,
    FileId text not null constraint FK_StoredFilePart_StoredFile references StoredFile (Id),
    -- From 0, in the order of the bytes.
    Number integer not null,
    Content blob not null
);
GO
create unique index UQ_StoredFilePart_FileId_Number on StoredFilePart (FileId, Number);
GO
create table ApplicationAttachment (
    Seq integer primary key,
    Id text not null constraint FK_ApplicationAttachment_StoredFile references StoredFile (Id),
    ApplicationId text not null constraint FK_ApplicationAttachment_Application references Application (Id),
    -- The versions that have the file: null until it is submitted, and as long as the application has it.
    FirstVersion integer null,
    LastVersion integer null,
    constraint CK_ApplicationAttachment_LastVersion check (
        LastVersion is null or (FirstVersion is not null and FirstVersion <= LastVersion))
);
GO
create unique index UQ_ApplicationAttachment_Id on ApplicationAttachment (Id);
GO
create index IX_ApplicationAttachment_ApplicationId_Seq on ApplicationAttachment (ApplicationId, Seq);
GO
create trigger TR_ApplicationAttachment_Delete before delete on ApplicationAttachment when old.FirstVersion is not null begin
    select raise(abort, 'A submitted version keeps its files.');
end;
GO
create trigger TR_StoredFile_Update before update on StoredFile begin
    select raise(abort, 'A stored file does not change.');
end;
GO
create trigger TR_StoredFilePart_Update before update on StoredFilePart begin
    select raise(abort, 'A stored file does not change.');
end;
