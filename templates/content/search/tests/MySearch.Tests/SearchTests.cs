using Hevlayer.Local;
using Microsoft.AspNetCore.Builder;

namespace MySearch.Tests;

public sealed class SearchTests
{
    [Fact]
    public async Task Passage_IsPut_CanBeFound()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var gateway = await LocalGateway.StartAsync(cancellationToken: cancelled);
        await using var app = App.Build([$"--Hevlayer:BaseAddress={gateway.BaseAddress}", "--urls=http://127.0.0.1:0"]);
        await app.StartAsync(cancelled);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var put = await http.PutAsync(new Uri("passages/kettle", UriKind.Relative), new StringContent("A red kettle."), cancelled);
        put.EnsureSuccessStatusCode();
        var found = await http.GetStringAsync(new Uri("search?q=kettle", UriKind.Relative), cancelled);
        await app.StopAsync(cancelled);

        Assert.Equal("kettle\tA red kettle.", found);
    }
}
