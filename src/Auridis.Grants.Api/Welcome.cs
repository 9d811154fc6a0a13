using System.Globalization;

namespace Auridis.Grants.Api;

/// <summary>What somebody who starts the server sees first.</summary>
static partial class Welcome
{
    /// <summary>Text for a person in Development; elsewhere a line of the log like all others.</summary>
    public static async Task Say(WebApplication app)
    {
        var today = app.Services.GetRequiredService<BusinessClock>().Today.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var url = app.Urls.FirstOrDefault() ?? "http://localhost:5080";
        if (!app.Environment.IsDevelopment())
        {
            Ready(app.Logger, url);
            return;
        }
        var signIn = app.Services.GetRequiredService<IdentitySettings>().Authority is { } authority
            ? $"press Authorize, and paste a token of {authority}"
            : $"""
              press Authorize, then Authorize under "authorizationCode with PKCE", and choose a person;
                             or: curl -d grant_type=password -d username=caseworker-1 {url}/development/token
              """;
        await Console.Out.WriteLineAsync($"""

            Auridis.Grants is ready.
              Swagger UI   {url}/swagger
              Sign in      {signIn}
              Clock        for the business rules today is {today}; PUT {url}/clock changes it
              Demo         dotnet run --project src/Auridis.Grants.Api -- demo plays a whole round

            """);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Auridis.Grants is ready at {Url}")]
    static partial void Ready(ILogger log, string url);
}
