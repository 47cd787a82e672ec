package command

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// counted makes a handler count the requests that it answers, and a second handler that shows the counts together with the state of
// process and runtime at /metrics, in the form that Prometheus reads.
func counted(handler http.Handler) (counting, metrics http.Handler) {
	requests := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "secobserve_http_requests_total", Help: "Answered requests by method and status.",
	}, []string{"method", "code"})
	registry := prometheus.NewRegistry()
	registry.MustRegister(requests, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	routes := http.NewServeMux()
	routes.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return promhttp.InstrumentHandlerCounter(requests, handler), routes
}
