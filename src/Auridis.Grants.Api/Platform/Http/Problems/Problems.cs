using FluentValidation.Results;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The problems of HTTP and of every resource alike. A feature's own rules stand in its own folder.</summary>
static class Problems
{
    public static readonly Problem MalformedJson = new("malformed-json", 400,
        new("Malformed JSON", "Fehlerhaftes JSON"),
        new(
            "The body is not the JSON that this operation expects: {reason}.",
            "Der Inhalt ist nicht das JSON, das dieser Aufruf erwartet: {reason}."))
    {
        Example = [("reason", "syntax error at line 1, byte 13")],
    };

    public static readonly Problem UnknownField = new("unknown-field", 400,
        new("Unknown field", "Unbekanntes Feld"),
        new(
            "The body has fields that this operation does not know; see errors.",
            "Der Inhalt hat Felder, die dieser Aufruf nicht kennt; siehe errors."))
    {
        ExampleError = ("/terms/titel", "This field is not known."),
    };

    public static readonly Problem MissingField = new("missing-field", 400,
        new("Missing field", "Fehlendes Feld"),
        new(
            "The body lacks fields that this operation requires; see errors.",
            "Dem Inhalt fehlen Felder, die dieser Aufruf verlangt; siehe errors."))
    {
        ExampleError = ("/terms/title", "This field is required."),
    };

    public static readonly Problem InvalidValue = new("invalid-value", 400,
        new("Value of the wrong type or format", "Wert mit falschem Typ oder Format"),
        new(
            "A value is missing, or has the wrong type or format; see errors.",
            "Ein Wert fehlt oder hat den falschen Typ oder das falsche Format; siehe errors."))
    {
        ExampleError = ("/terms/opensOn", "The value has the wrong type or format, or is null where it must not be."),
    };

    public static readonly Problem UnknownParameter = new("unknown-parameter", 400,
        new("Unknown parameter", "Unbekannter Parameter"),
        new(
            "The query has parameters that this operation does not know; see errors.",
            "Die Abfrage hat Parameter, die dieser Aufruf nicht kennt; siehe errors."))
    {
        ExampleError = ("offset", "Must be one of: limit, cursor"),
    };

    public static readonly Problem InvalidRequest = new("invalid-request", 400,
        new("Invalid request", "Ungültige Anfrage"),
        new("The request cannot be read.", "Die Anfrage ist nicht lesbar."));

    public static readonly Problem ValidationFailed = new("validation-failed", 400,
        new("Validation failed", "Prüfung nicht bestanden"),
        new("Some values are not acceptable; see errors.", "Einige Werte sind nicht zulässig; siehe errors."))
    {
        ExampleError = ("/terms/title", "The value must not be empty."),
    };

    public static readonly Problem ImportRefused = new("import-refused", 400,
        new("Import refused", "Import abgelehnt"),
        new(
            "{faultyRows} rows of the file are wrong, and nothing was imported; see faults.",
            "{faultyRows} Zeilen der Datei sind fehlerhaft, und nichts wurde übernommen; siehe faults."))
    {
        Example = [("faultyRows", 1), ("faults", new[] { new CsvFault(3, 1, "An AGS has 8 digits and begins with a state, 01 to 16.") })],
    };

    public static readonly Problem InvalidCursor = new("invalid-cursor", 400,
        new("Invalid cursor", "Ungültiger Cursor"),
        new(
            "The cursor does not belong to this list. Start again without a cursor.",
            "Der Cursor gehört nicht zu dieser Liste. Beginnen Sie ohne Cursor von vorn."))
    {
        ExampleError = ("cursor", "This list has not made this cursor."),
    };

    public static readonly Problem InvalidIfMatch = new("invalid-if-match", 400,
        new("Invalid If-Match", "Ungültiges If-Match"),
        new(
            "If-Match takes one version of this resource, as its ETag names it, such as \"3\".",
            "If-Match erwartet eine Fassung dieser Ressource, wie ihr ETag sie nennt, zum Beispiel \"3\"."));

    public static readonly Problem IdempotencyKeyMissing = new("idempotency-key-missing", 400,
        new("Idempotency-Key missing", "Idempotency-Key fehlt"),
        new(
            "This operation requires an Idempotency-Key: a retry must not take effect a second time.",
            "Dieser Aufruf verlangt einen Idempotency-Key: Ein neuer Versuch darf nicht ein zweites Mal wirken."));

    public static readonly Problem InvalidIdempotencyKey = new("invalid-idempotency-key", 400,
        new("Invalid Idempotency-Key", "Ungültiger Idempotency-Key"),
        new("An Idempotency-Key has 1 to 128 visible ASCII characters.", "Ein Idempotency-Key hat 1 bis 128 sichtbare ASCII-Zeichen."));

    public static readonly Problem Unauthenticated = new("unauthenticated", 401,
        new("Not signed in", "Nicht angemeldet"),
        new("A valid bearer token is required.", "Ein gültiges Bearer-Token ist erforderlich."));

    public static readonly Problem Forbidden = new("forbidden", 403,
        new("Not allowed", "Nicht erlaubt"),
        new(
            "None of your roles allows this, or this resource is another office's or another person's.",
            "Keine Ihrer Rollen erlaubt das, oder diese Ressource gehört einem anderen Jugendamt oder einer anderen Person."));

    public static readonly Problem PersonRequired = new("person-required", 403,
        new("A person is required", "Eine Person ist erforderlich"),
        new(
            "Only a person can make this decision, not a machine client.",
            "Diese Entscheidung kann nur eine Person treffen, kein technischer Client."));

    public static readonly Problem FourEyes = new("four-eyes", 403,
        new("Another person is required", "Eine andere Person ist erforderlich"),
        new(
            "You have already acted on this as {earlier}; another person must take this step.",
            "Sie haben hier bereits gehandelt ({earlier}); diesen Schritt muss eine andere Person ausführen."))
    {
        Example = [("earlier", ActedAs.Approver)],
    };

    public static readonly Problem NotFound = new("not-found", 404,
        new("Not found", "Nicht gefunden"),
        new("There is no such resource, or you may not see it.", "Diese Ressource gibt es nicht, oder Sie dürfen sie nicht sehen."));

    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405,
        new("Method not allowed", "Methode nicht erlaubt"),
        new("This resource does not support the method; see Allow.", "Diese Ressource unterstützt die Methode nicht; siehe Allow."));

    public static readonly Problem NotAcceptable = new("not-acceptable", 406,
        new("Not acceptable", "Nicht akzeptabel"),
        new(
            "This operation does not answer in any media type that you accept.",
            "Dieser Aufruf antwortet in keinem Medientyp, den Sie akzeptieren."));

    public static readonly Problem RequestTimeout = new("request-timeout", 408,
        new("Request timeout", "Zeitüberschreitung der Anfrage"),
        new("The body did not arrive in time.", "Der Inhalt kam nicht rechtzeitig an."));

    public static readonly Problem WrongState = new("wrong-state", 409,
        new("Wrong state", "Falscher Zustand"),
        new(
            "The resource is '{actual}'; this step requires '{expected}'.",
            "Die Ressource ist im Zustand „{actual}“; dieser Schritt verlangt „{expected}“."))
    {
        Example = [("actual", "submitted"), ("expected", "draft")],
    };

    public static readonly Problem RequestInProgress = new("idempotency-key-in-progress", 409,
        new("The first request is still running", "Die erste Anfrage läuft noch"),
        new(
            "A request with this Idempotency-Key is still running. Send it again later.",
            "Eine Anfrage mit diesem Idempotency-Key läuft noch. Bitte senden Sie sie später erneut."));

    public static readonly Problem StaleVersion = new("stale-version", 412,
        new("Stale version", "Veraltete Fassung"),
        new(
            "The resource has changed: it is at version {actualVersion}, and If-Match names {expectedVersion}. Read it again.",
            "Die Ressource hat sich geändert: Sie hat Fassung {actualVersion}, If-Match nennt {expectedVersion}. Bitte lesen Sie sie neu."))
    {
        Example = [("actualVersion", 4), ("expectedVersion", 3)],
    };

    public static readonly Problem TooLarge = new("content-too-large", 413,
        new("Content too large", "Inhalt zu groß"),
        new("The body is larger than this operation allows.", "Der Inhalt ist größer, als dieser Aufruf erlaubt."));

    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415,
        new("Unsupported media type", "Medientyp nicht unterstützt"),
        new(
            "This operation expects another Content-Type, or no Content-Encoding.",
            "Dieser Aufruf erwartet einen anderen Content-Type oder kein Content-Encoding."));

    public static readonly Problem IdempotencyKeyReused = new("idempotency-key-reused", 422,
        new("Idempotency-Key reused", "Idempotency-Key wiederverwendet"),
        new(
            "This Idempotency-Key was used with another body, or when you had other roles or another office.",
            "Dieser Idempotency-Key wurde mit einem anderen Inhalt, mit anderen Rollen oder für ein anderes Jugendamt verwendet."));

    public static readonly Problem IfMatchMissing = new("if-match-missing", 428,
        new("If-Match missing", "If-Match fehlt"),
        new(
            "Send the version that you saw (its ETag) in If-Match.",
            "Senden Sie in If-Match die Fassung, die Sie gesehen haben (ihr ETag)."));

    public static readonly Problem TooManyRequests = new("too-many-requests", 429,
        new("Too many requests", "Zu viele Anfragen"),
        new(
            "You have exceeded the rate limit; see Retry-After.",
            "Sie haben die zulässige Zahl der Anfragen überschritten; siehe Retry-After."));

    public static readonly Problem InternalError = new("internal-error", 500,
        new("Internal error", "Interner Fehler"),
        new(
            "Something failed on our side. The traceId identifies this request in our logs.",
            "Bei uns ist ein Fehler aufgetreten. Die traceId bezeichnet diese Anfrage in unseren Protokollen."));

    public static readonly Problem OutcomeUnknown = new("outcome-unknown", 503,
        new("Outcome unknown", "Ausgang unbekannt"),
        new(
            "The connection to the database was lost while committing. "
            + "Read the resource before you try again; with an Idempotency-Key a retry is safe.",
            "Die Verbindung zur Datenbank ging beim Abschluss verloren. "
            + "Lesen Sie die Ressource, bevor Sie es erneut versuchen; mit einem Idempotency-Key ist ein neuer Versuch gefahrlos."));

    public static readonly Problem Busy = new("busy", 503,
        new("Busy", "Ausgelastet"),
        new(
            "Others are changing the same resource, or the database cannot be reached. "
            + "Nothing was changed; send the request again.",
            "Andere ändern gerade dieselbe Ressource, oder die Datenbank ist nicht erreichbar. "
            + "Es wurde nichts geändert; bitte senden Sie die Anfrage erneut."));

    public static readonly Problem StorageUnavailable = new("storage-unavailable", 503,
        new("Storage unavailable", "Speicher nicht verfügbar"),
        new(
            "The database's storage is full, read-only, damaged or gone. "
            + "Nothing was changed; send the request again when the operator has mended it.",
            "Der Speicher der Datenbank ist voll, schreibgeschützt, beschädigt oder nicht mehr da. "
            + "Es wurde nichts geändert; bitte senden Sie die Anfrage erneut, wenn der Betrieb ihn instand gesetzt hat."));

    public static readonly Problem AuthorityUnavailable = new("authority-unavailable", 503,
        new("Authority unavailable", "Anmeldedienst nicht erreichbar"),
        new(
            "Your token cannot be checked: the authority that issues tokens does not answer. "
            + "Nothing was changed; send the request again, see Retry-After.",
            "Ihr Token kann nicht geprüft werden: Der Dienst, der die Token ausstellt, antwortet nicht. "
            + "Es wurde nichts geändert; bitte senden Sie die Anfrage erneut, siehe Retry-After."));

    /// <summary>The caller saw another version than there is.</summary>
    public static Problem Stale(int actual, int seen) => StaleVersion.With(("actualVersion", actual), ("expectedVersion", seen));

    /// <summary>
    /// Why an update of <c>where Version = @expected and Status in (…)</c> did not change a resource that is there: stale version, wrong
    /// state.
    /// </summary>
    public static Problem StaleOrWrongState(int actual, int expected, string status, params string[] needed) => actual != expected
        ? Stale(actual, expected)
        : WrongState.With(("actual", status), ("expected", string.Join(" | ", needed)));

    /// <summary>There is no JSON where this operation takes some.</summary>
    public static Problem EmptyBody => MalformedJson.With(("reason", Bilingual.Of("it is empty, or null", "er ist leer oder null")));

    /// <summary>What is wrong with the rows of a file: all of it, or nothing is imported.</summary>
    public static Problem RefusedImport(CsvFaults faults) =>
        ImportRefused.With(("faultyRows", faults.Rows), ("faults", faults.First()));

    /// <summary>What a validator refuses: every place with all that is wrong there.</summary>
    public static Problem Invalid(IEnumerable<ValidationFailure> failures) => ValidationFailed with
    {
        Errors = failures
            .GroupBy(failure => JsonPointer.OfProperty(failure.PropertyName), failure => failure.ErrorMessage, StringComparer.Ordinal)
            .Take(Problem.MostPlaces)
            .ToDictionary(errors => errors.Key, errors => errors.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal),
    };

    /// <summary>What no validator can know by itself: a value that the business clock, or what is stored, makes wrong.</summary>
    public static Problem InvalidAt(string property, string message) => Invalid([new ValidationFailure(property, message)]);

    /// <summary>A day that the business clock has not reached, of something that has happened.</summary>
    public static Problem InFuture(string property) =>
        InvalidAt(property, Bilingual.Of("The day must not be in the future.", "Der Tag darf nicht in der Zukunft liegen."));

    public static Problem InPast(string property) =>
        InvalidAt(property, Bilingual.Of("The day must not be in the past.", "Der Tag darf nicht in der Vergangenheit liegen."));

    /// <summary>The answer to a status that the framework set without a body.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => InvalidRequest,
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        408 => RequestTimeout,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        // What else the framework refuses (414, 416, 431 …) is the request's fault, and keeps its status.
        < 500 => InvalidRequest with { Status = status },
        _ => InternalError,
    };
}
