using MySearch;

await App.Build(args).RunAsync();
