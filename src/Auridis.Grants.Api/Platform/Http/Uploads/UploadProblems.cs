namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What is refused of any uploaded file, whatever it is attached to.</summary>
static class UploadProblems
{
    public static readonly Problem Name = new("attachment-name", 400,
        new("The name of the file is not acceptable", "Der Name der Datei ist nicht zulässig"),
        new("The name of the file cannot be kept as it was sent: {reason}.",
            "Der Name der Datei kann nicht so bleiben, wie er gesendet wurde: {reason}."))
    {
        Example = [("reason", "it is a path")],
    };

    public static readonly Problem Type = new("attachment-type", 415,
        new("Not the type that it says", "Nicht der angegebene Dateityp"),
        new("The bytes, or the ending of the name, are not those of {contentType}.",
            "Die Bytes oder die Endung des Namens gehören nicht zu {contentType}."))
    {
        Example = [("contentType", "application/pdf")],
    };

    public static readonly Problem Unsafe = new("attachment-unsafe", 415,
        new("The file is not safe", "Die Datei ist nicht sicher"),
        new("The file could harm whoever opens it: {reason}.", "Die Datei könnte schaden, wenn sie geöffnet wird: {reason}."))
    {
        Example = [("reason", "it has macros")],
    };

    public static readonly Problem Full = new("attachments-full", 409,
        new("Too many files", "Zu viele Dateien"),
        new("There can be {attachmentLimit} files at most.", "Es sind höchstens {attachmentLimit} Dateien möglich."))
    {
        Example = [("attachmentLimit", AttachedFiles.Most)],
    };

    public static readonly Problem Range = new("range-not-satisfiable", 416,
        new("No such part", "Kein solcher Teil"),
        new("The file has no such part: it has {size} bytes.", "Einen solchen Teil hat die Datei nicht: Sie hat {size} Byte."))
    {
        Example = [("size", 48_213)],
    };

    /// <summary>In the order in which they are checked: while the file is read, before any rule of its owner.</summary>
    public static readonly Problem[] Refusals = [Name, Type, Unsafe];
}
