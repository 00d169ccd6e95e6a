using MyEmbeddingWorker;

await App.Build(args).RunAsync();
