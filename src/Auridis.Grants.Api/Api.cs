using System.Globalization;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Platform.Deadlines;
using Auridis.Grants.Api.Platform.Observability;
using Auridis.Grants.Api.Platform.OpenApi;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Auridis.Grants.Api;

/// <summary>The services and the pipeline, to be read from top to bottom.</summary>
static class Api
{
    public static void AddGrants(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        var database = DatabaseSettings.Read(builder.Configuration);
        builder.Services.TryAddSingleton(_ => database.Connect());
        builder.Services.AddHostedService<StorageWatch>();
        builder.Services.AddSingleton<BusinessClock>();
        builder.Services.AddSingleton<Startup>();
        builder.Services.AddSingleton<ListenFirst>().AddSingleton<IStartupFilter>(services => services.GetRequiredService<ListenFirst>());

        builder.Services.AddHttpContextAccessor();
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        builder.Services.AddSlices(Endpoints.Of(builder.Environment));
        // A body that cannot be read is answered by ProblemMiddleware, in every environment alike.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

        builder.AddServerLimits();
        builder.AddProxies();
        builder.AddCompression();
        builder.AddOrigins();
        builder.AddRateLimits();
        builder.AddIdentity();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationProblems>();
        builder.AddOpenApiDocument();

        builder.AddHealth();
        builder.AddTelemetry();
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH':'mm':'ss.fffZ";
            });
        }
        _ = IdempotencySettings.Read(builder.Configuration);
        builder.Services.AddHostedService<IdempotencyMaintenance>();
        var payments = PaymentSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(payments).AddSingleton(WaitingTasks.All(payments));
        builder.Services.AddSingleton<ReceiptImportWorker>()
            .AddHostedService(services => services.GetRequiredService<ReceiptImportWorker>());
        builder.Services.AddSingleton(DueSteps.All).AddSingleton<Sweep>().AddHostedService<SweepEachMinute>();
    }

    /// <summary>Starts the server: it listens at once, and serves when the database is ready and the pipeline stands.</summary>
    /// <param name="pipeline">What is served, when it is to be more than <see cref="UseGrants"/>.</param>
    public static async Task StartGrants(this WebApplication app, Action<WebApplication>? pipeline = null)
    {
        var open = Task.Run(async () =>
        {
            await app.Services.GetRequiredService<Startup>().Run(app.Lifetime.ApplicationStopping);
            app.Open(pipeline ?? UseGrants);
        });
        await app.StartAsync();
        await open;
    }

    /// <summary>Puts the pipeline together and opens the door.</summary>
    public static void Open(this WebApplication app, Action<WebApplication> pipeline)
    {
        pipeline(app);
        app.UseEndpoints(_ => { });
        app.Services.GetRequiredService<ListenFirst>().Open(((IApplicationBuilder)app).Build());
    }

    public static void UseGrants(this WebApplication app)
    {
        app.UseMiddleware<BodyLimit>();
        app.UseProxies();
        app.UseMiddleware<RequestLog>();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseResponseCompression();
        app.UseRequestLocalization(options =>
        {
            // Only texts follow the caller's language; numbers and dates are always written the same.
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en"));
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("de")];
            options.RequestCultureProviders = [new AcceptLanguage()];
        });
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseMiddleware<DeprecationHeaders>();
        app.UseOrigins();
        app.UseRateLimitByAddress();
        app.UseAuthentication();
        app.UseRateLimitByCaller();
        app.UseOpenApiDocument();
        app.UseAuthorization();
        app.UseMiddleware<HeaderChecks>();
        ValidatorOptions.Global.LanguageManager = new ValidationTexts();
        ValidatorOptions.Global.MessageFormatterFactory = () => new ValidationMessages();
        Endpoints.Map(app);
    }
}
