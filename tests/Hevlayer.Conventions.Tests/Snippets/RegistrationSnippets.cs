using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Conventions.Tests.Snippets;

internal static class RegistrationSnippets
{
    public static void Named(IServiceCollection services)
    {
        #region client-named
        services.AddHevlayer("search");
        services.AddHevlayer("ingest", options => options.TotalTimeout = TimeSpan.FromMinutes(5));
        services.AddSingleton(provider => new Shop(provider.GetRequiredKeyedService<IHevlayerClient>("search")));
        #endregion
    }
}
